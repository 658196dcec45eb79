import { wrongSimulator } from '../mutant.ts';

export const sigmaIsOne = wrongSimulator('sigma-is-one', 'noise is drawn with sd 1, whatever σ', {
  noise: () => 1,
});
