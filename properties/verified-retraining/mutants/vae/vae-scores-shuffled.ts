import { highest } from '../../../../sim/verified-retraining/vae/parts.ts';
import { wrongRetraining } from '../../../engine/mutant.ts';
import { withoutScores } from '../../vae/same-runs.ts';

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
