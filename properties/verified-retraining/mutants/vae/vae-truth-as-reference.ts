import { wrongReading } from '../define.ts';

export const vaeTruthAsReference = wrongReading({
  id: 'vae-truth-as-reference',
  title: "real digits are taken for the biased verifier's reference",
  module: import.meta.url,
  reads: (observed) => ({ ...observed, frechetToReference: observed.frechet }),
});
