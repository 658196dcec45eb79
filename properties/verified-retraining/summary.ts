import { options } from './options.ts';
import { tiers } from './tiers.ts';

/** What is known of the suite before it is loaded. */
export const summary = {
  id: 'verified-retraining',
  title: 'verified synthetic retraining',
  paper: 'arXiv:2510.16657',
  url: 'https://arxiv.org/abs/2510.16657',
  module: new URL('suite.ts', import.meta.url).href,
  tiers,
  options,
  codeRoots: [
    'theory/verified-retraining',
    'theory/numerics',
    'sim/random',
    'sim/networks',
    'sim/digits',
    'sim/verified-retraining',
  ],
} as const;
