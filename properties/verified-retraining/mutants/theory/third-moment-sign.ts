import { wrongTheory } from '../../../engine/mutant.ts';
import { theoryWithMoments } from './wrong-moments.ts';

export const thirdMomentSign = wrongTheory(
  'third-moment-sign',
  'm₃ has the wrong sign',
  theoryWithMoments((moments) => ({ ...moments, thirdCentral: -moments.thirdCentral })),
);
