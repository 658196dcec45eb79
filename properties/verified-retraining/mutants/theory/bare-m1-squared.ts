import { wrongTheory } from '../../../engine/mutant.ts';
import { theoryWithLeadingOrder } from './wrong-moments.ts';

export const bareM1Squared = wrongTheory(
  'bare-m1-squared',
  'Theorem 3.1 has m₁² over μ² too',
  theoryWithLeadingOrder(
    (moments) => moments,
    ({ mean }, mu) => (mean / mu) ** 2,
  ),
);
