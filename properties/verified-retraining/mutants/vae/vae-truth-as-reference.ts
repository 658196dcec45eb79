import { wrongReading } from '../../../engine/mutant.ts';

export const vaeTruthAsReference = wrongReading(
  'vae-truth-as-reference',
  "real digits are taken for the biased verifier's reference",
  (observed) => ({ ...observed, frechetToReference: observed.frechet }),
);
