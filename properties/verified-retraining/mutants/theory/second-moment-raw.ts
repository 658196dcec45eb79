import { wrongTheory } from '../define.ts';
import { theoryWithMoments } from './wrong-moments.ts';

export const secondMomentRaw = wrongTheory({
  id: 'second-moment-raw',
  title: 'm₂ is the raw second moment E Z²',
  module: import.meta.url,
  replaced: theoryWithMoments((moments) => ({ ...moments, variance: moments.variance + moments.mean ** 2 })),
});
