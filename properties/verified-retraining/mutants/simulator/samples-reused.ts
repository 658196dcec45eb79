import { wrongSimulator } from '../../../engine/mutant.ts';

export const samplesReused = wrongSimulator('samples-reused', 'the labels of one round are used again in the next', {
  refit: ({ roundMean, kept, previousMean, previousKept }) =>
    (kept * roundMean + previousKept * previousMean) / (kept + previousKept),
});
