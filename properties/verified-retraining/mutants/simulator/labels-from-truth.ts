import { wrongSimulator } from '../define.ts';

export const labelsFromTruth = wrongSimulator({
  id: 'labels-from-truth',
  title: 'labels are drawn from θ* instead of θ̂_k',
  module: import.meta.url,
  replaced: {
    labelMean: (_estimate, truth) => truth,
  },
});
