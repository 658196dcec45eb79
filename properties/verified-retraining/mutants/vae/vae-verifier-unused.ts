import { wrongRetraining } from '../../../engine/mutant.ts';
import { withoutScores } from '../../vae/same-runs.ts';

export const vaeVerifierUnused = wrongRetraining(
  'vae-verifier-unused',
  'the first images are kept, whatever their scores',
  {
    select: async (_candidates, kept) => Int32Array.from({ length: kept }, (_, place) => place),
  },
  withoutScores,
);
