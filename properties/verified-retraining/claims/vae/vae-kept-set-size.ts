import { growing, starved } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between } from '../../vae/effects.ts';

/** A growing kept set beats a small constant one. */
export const vaeKeptSetSize = defineReplicatedClaim({
  id: 'vae-kept-set-size',
  module: import.meta.url,
  group: 'vae',
  title: 'Retraining on a kept set that grows ends better than retraining on one that stays at the same small size',
  statements: ['vae.kept-set-size'],
  kind: 'ordering',
  decision:
    'After the last round the Fréchet distance with the growing kept set is below the distance with the constant one.',
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
      'in exploratory runs the effect had its sign in each of six replicates, but its scatter was three quarters of its mean',
  },
  remarks: [
    'The total number of kept images matters, not the growth: in a prototype a constant kept set with the same total ended equally well.',
  ],
  mutants: ['vae-schedule-ignored'],
});
