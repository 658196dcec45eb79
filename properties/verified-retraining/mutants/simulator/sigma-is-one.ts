import { wrongSimulator } from '../../../engine/mutant.ts';

export const sigmaIsOne = wrongSimulator('sigma-is-one', 'noise is drawn with sd 1, whatever σ', {
  noise: () => 1,
});
