import { highest } from '../../../../sim/verified-retraining/vae/parts.ts';
import { withoutScores } from '../../vae/same-runs.ts';
import { wrongRetraining } from '../define.ts';

export const vaeScoresShuffled = wrongRetraining({
  id: 'vae-scores-shuffled',
  title: "the verifier's scores go to the wrong images",
  module: import.meta.url,
  replaced: {
    select: async ({ count }, kept, stream) =>
      highest(
        Float32Array.from({ length: count }, () => stream.uniform()),
        kept,
      ),
  },
  sameAs: withoutScores,
});
