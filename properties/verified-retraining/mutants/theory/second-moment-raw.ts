import { wrongTheory } from '../../../engine/mutant.ts';
import { theoryWithMoments } from './wrong-moments.ts';

export const secondMomentRaw = wrongTheory(
  'second-moment-raw',
  'm₂ is the raw second moment E Z²',
  theoryWithMoments((moments) => ({ ...moments, variance: moments.variance + moments.mean ** 2 })),
);
