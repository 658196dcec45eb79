import { wrongTheory } from '../../../engine/mutant.ts';
import { theoryWithMoments } from './wrong-moments.ts';

/** With α and β swapped in the odd moments' numerators, m₁ and m₃ change sign. */
export const alphaBetaSwapped = wrongTheory(
  'alpha-beta-swapped',
  'α and β change places in m₁ and m₃',
  theoryWithMoments((moments) => ({ ...moments, mean: -moments.mean, thirdCentral: -moments.thirdCentral })),
);
