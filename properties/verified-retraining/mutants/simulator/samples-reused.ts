import { wrongSimulator } from '../define.ts';

export const samplesReused = wrongSimulator({
  id: 'samples-reused',
  title: 'the labels of one round are used again in the next',
  module: import.meta.url,
  replaced: {
    refit: ({ roundMean, kept, previousMean, previousKept }) =>
      (kept * roundMean + previousKept * previousMean) / (kept + previousKept),
  },
});
