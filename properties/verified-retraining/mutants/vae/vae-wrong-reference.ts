import { wrongReading } from '../define.ts';

export const vaeWrongReference = wrongReading({
  id: 'vae-wrong-reference',
  title: "the biased verifier's reference is taken for real digits",
  module: import.meta.url,
  reads: (observed) => ({ ...observed, frechet: observed.frechetToReference }),
});
