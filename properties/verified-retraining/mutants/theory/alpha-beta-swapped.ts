import { wrongTheory } from '../define.ts';
import { theoryWithMoments } from './wrong-moments.ts';

/** With α and β swapped in the odd moments' numerators, m₁ and m₃ change sign. */
export const alphaBetaSwapped = wrongTheory({
  id: 'alpha-beta-swapped',
  title: 'α and β change places in m₁ and m₃',
  module: import.meta.url,
  replaced: theoryWithMoments((moments) => ({ ...moments, mean: -moments.mean, thirdCentral: -moments.thirdCentral })),
});
