import { wrongSimulator } from '../../../engine/mutant.ts';

export const labelsFromTruth = wrongSimulator('labels-from-truth', 'labels are drawn from θ* instead of θ̂_k', {
  labelMean: (_estimate, truth) => truth,
});
