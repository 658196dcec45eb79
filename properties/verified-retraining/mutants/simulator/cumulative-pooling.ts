import { wrongSimulator } from '../../../engine/mutant.ts';

export const cumulativePooling = wrongSimulator(
  'cumulative-pooling',
  'every refit pools the labels of all rounds so far',
  {
    refit: ({ roundMean, kept, previousEstimate, keptBefore }) =>
      (kept * roundMean + keptBefore * previousEstimate) / (kept + keptBefore),
  },
);
