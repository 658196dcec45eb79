import { wrongTheory } from '../define.ts';
import { theoryWithLeadingOrder } from './wrong-moments.ts';

export const bareM1Squared = wrongTheory({
  id: 'bare-m1-squared',
  title: 'Theorem 3.1 has a further term m₁²/μ²',
  module: import.meta.url,
  replaced: theoryWithLeadingOrder(
    (moments) => moments,
    ({ mean }, mu) => (mean / mu) ** 2,
  ),
});
