import { wrongRetraining } from '../mutant.ts';
import { withoutScores } from '../retraining/same-runs.ts';

export const vaeVerifierUnused = wrongRetraining(
  'vae-verifier-unused',
  'the first images are kept, whatever their scores',
  {
    select: async (_candidates, kept) => Int32Array.from({ length: kept }, (_, place) => place),
  },
  withoutScores,
);
