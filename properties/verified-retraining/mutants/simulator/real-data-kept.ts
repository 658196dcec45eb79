import { wrongSimulator } from '../define.ts';

export const realDataKept = wrongSimulator({
  id: 'real-data-kept',
  title: 'every refit uses the real data too',
  module: import.meta.url,
  replaced: {
    refit: ({ roundMean, kept, realEstimate, realInformation }) =>
      (kept * roundMean + realInformation * realEstimate) / (kept + realInformation),
  },
});
