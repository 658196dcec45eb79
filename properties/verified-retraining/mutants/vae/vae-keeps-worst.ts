import { highest } from '../../../../sim/verified-retraining/vae/parts.ts';
import { wrongRetraining } from '../../../engine/mutant.ts';
import { whereSelected } from '../../vae/same-runs.ts';

export const vaeKeepsWorst = wrongRetraining(
  'vae-keeps-worst',
  'the images with the lowest scores are kept',
  {
    select: async (candidates, kept) =>
      highest(
        (await candidates.scores()).map((score) => -score),
        kept,
      ),
  },
  whereSelected,
);
