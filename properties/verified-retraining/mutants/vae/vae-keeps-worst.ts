import { highest } from '../../../../sim/verified-retraining/vae/parts.ts';
import { whereSelected } from '../../vae/same-runs.ts';
import { wrongRetraining } from '../define.ts';

export const vaeKeepsWorst = wrongRetraining({
  id: 'vae-keeps-worst',
  title: 'the images with the lowest scores are kept',
  module: import.meta.url,
  replaced: {
    select: async (candidates, kept) =>
      highest(
        (await candidates.scores()).map((score) => -score),
        kept,
      ),
  },
  sameAs: whereSelected,
});
