import { wrongRetraining } from '../mutant.ts';

export const vaeWrongReference = wrongRetraining(
  'vae-wrong-reference',
  'distances to real digits are measured to sheared ones',
  { truth: (truth) => ({ ...truth, shear: 0.35 }) },
);
