import { wrongSimulator } from '../define.ts';

export const cumulativePooling = wrongSimulator({
  id: 'cumulative-pooling',
  title: 'every refit pools the labels of all rounds so far',
  module: import.meta.url,
  replaced: {
    refit: ({ roundMean, kept, previousEstimate, keptBefore }) =>
      (kept * roundMean + keptBefore * previousEstimate) / (kept + keptBefore),
  },
});
