import { wrongSimulator } from '../define.ts';

/** The step of the direction refitted last: θ̂_{k+1} − θ̂_k along it. */
let stepBefore = 0;

export const sharedNoise = wrongSimulator({
  id: 'shared-noise',
  title: 'a direction takes over half of the step of the one before',
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
