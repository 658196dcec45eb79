import { wrongSimulator } from '../define.ts';

export const sigmaIsOne = wrongSimulator({
  id: 'sigma-is-one',
  title: 'noise is drawn with sd 1, whatever σ',
  module: import.meta.url,
  replaced: {
    noise: () => 1,
  },
});
