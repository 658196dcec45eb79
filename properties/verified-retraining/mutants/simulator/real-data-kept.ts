import { wrongSimulator } from '../../../engine/mutant.ts';

export const realDataKept = wrongSimulator('real-data-kept', 'every refit uses the real data too', {
  refit: ({ roundMean, kept, realEstimate, realInformation }) =>
    (kept * roundMean + realInformation * realEstimate) / (kept + realInformation),
});
