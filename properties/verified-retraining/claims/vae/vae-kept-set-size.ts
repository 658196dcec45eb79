import { growing, starved } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between } from '../../vae/effects.ts';

/** V7: a growing kept set beats a small constant one. */
export const vaeKeptSetSize = defineReplicatedClaim({
  id: 'vae-kept-set-size',
  module: import.meta.url,
  group: 'vae',
  title: 'A kept set that grows ends better than one held at the small size it starts from',
  statements: ['vae.kept-set-size'],
  kind: 'ordering',
  decision: 'The Fréchet distance with the growing kept set is below that with the constant one after the last round.',
  arms: { growing: { arm: growing, rounds: 'short' }, starved: { arm: starved, rounds: 'short' } },
  effects: [
    {
      name: 'ln FD, growing / constant',
      direction: 'negative',
      smallest: 0.1,
      of: ({ growing, starved }) => between(growing, starved),
    },
  ],
  notOn: {
    fresh:
      'in exploratory runs the effect had its sign in each of six replicates, but three quarters of its mean as scatter',
  },
  remarks: [
    'The total of kept images matters, not the growth: in a prototype a constant kept set of the same total ended as well.',
  ],
  mutants: ['vae-schedule-ignored'],
});
