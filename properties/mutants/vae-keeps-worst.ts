import { highest } from '../../sim/vae/parts.ts';
import { wrongRetraining } from '../mutant.ts';
import { hasVerifier } from '../retraining/arms.ts';

export const vaeKeepsWorst = wrongRetraining(
  'vae-keeps-worst',
  'the images with the lowest scores are kept',
  {
    select: (scores, kept) =>
      highest(
        scores.map((score) => -score),
        kept,
      ),
  },
  hasVerifier,
);
