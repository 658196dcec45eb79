import { wrongTheory } from '../define.ts';
import { theoryWithLeadingOrder } from './wrong-moments.ts';

export const m1m3Dropped = wrongTheory({
  id: 'm1m3-dropped',
  title: 'Theorem 3.1 lacks the term m₁m₃/μ²',
  module: import.meta.url,
  replaced: theoryWithLeadingOrder((moments) => ({ ...moments, thirdCentral: 0 })),
});
