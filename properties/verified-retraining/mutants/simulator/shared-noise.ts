import { wrongSimulator } from '../define.ts';

/** θ̂_{k+1} − θ̂_k along the direction that was fitted last. */
let stepBefore = 0;

export const sharedNoise = wrongSimulator({
  id: 'shared-noise',
  title: 'half of the step of a direction is that of the direction before',
  module: import.meta.url,
  replaced: {
    refit: ({ roundMean, previousEstimate }) => {
      const step = roundMean - previousEstimate;
      const mixed = previousEstimate + (step + stepBefore) / 2;
      stepBefore = step;
      return mixed;
    },
  },
});
