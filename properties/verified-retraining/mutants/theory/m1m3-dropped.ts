import { wrongTheory } from '../../../engine/mutant.ts';
import { theoryWithLeadingOrder } from './wrong-moments.ts';

export const m1m3Dropped = wrongTheory(
  'm1m3-dropped',
  'Theorem 3.1 lacks the term m₁m₃/μ²',
  theoryWithLeadingOrder((moments) => ({ ...moments, thirdCentral: 0 })),
);
