import { wrongRetraining } from '../mutant.ts';
import { hasVerifier } from '../retraining/arms.ts';

export const vaeVerifierUnused = wrongRetraining(
  'vae-verifier-unused',
  'the first images are kept, whatever their scores',
  {
    select: (_scores, kept) => Int32Array.from({ length: kept }, (_, place) => place),
  },
  hasVerifier,
);
