import { withoutScores } from '../../vae/same-runs.ts';
import { wrongRetraining } from '../define.ts';

export const vaeVerifierUnused = wrongRetraining({
  id: 'vae-verifier-unused',
  title: 'the first images are kept, whatever their scores',
  module: import.meta.url,
  replaced: {
    select: async (_candidates, kept) => Int32Array.from({ length: kept }, (_, place) => place),
  },
  sameAs: withoutScores,
});
