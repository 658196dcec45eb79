import { wrongRetraining } from '../mutant.ts';

export const vaeTruthAsReference = wrongRetraining(
  'vae-truth-as-reference',
  "real digits are taken for the biased verifier's reference",
  { reference: (_reference, truth) => truth },
);
