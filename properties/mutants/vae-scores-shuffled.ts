import { highest } from '../../sim/vae/parts.ts';
import { wrongRetraining } from '../mutant.ts';
import { hasVerifier } from '../retraining/arms.ts';

export const vaeScoresShuffled = wrongRetraining(
  'vae-scores-shuffled',
  "the verifier's scores go to the wrong images",
  {
    select: (scores, kept, stream) =>
      highest(
        scores.map(() => stream.uniform()),
        kept,
      ),
  },
  hasVerifier,
);
