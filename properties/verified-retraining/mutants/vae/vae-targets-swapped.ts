import { wrongRetraining } from '../../../engine/mutant.ts';

export const vaeTargetsSwapped = wrongRetraining(
  'vae-targets-swapped',
  'the verifier is trained with the labels of real and generated images swapped',
  { targets: { real: 0, generated: 1 } },
);
