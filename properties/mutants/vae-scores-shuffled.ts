import { highest } from '../../sim/vae/parts.ts';
import { wrongRetraining } from '../mutant.ts';
import { withoutScores } from '../retraining/same-runs.ts';

export const vaeScoresShuffled = wrongRetraining(
  'vae-scores-shuffled',
  "the verifier's scores go to the wrong images",
  {
    select: async ({ count }, kept, stream) =>
      highest(
        Float32Array.from({ length: count }, () => stream.uniform()),
        kept,
      ),
  },
  withoutScores,
);
