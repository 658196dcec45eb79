import { wrongReading } from '../../../engine/mutant.ts';

export const vaeWrongReference = wrongReading(
  'vae-wrong-reference',
  "the biased verifier's reference is taken for real digits",
  (observed) => ({ ...observed, frechet: observed.frechetToReference }),
);
