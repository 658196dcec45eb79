import { keepsAll, lenient, strong, unverified } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between } from '../../vae/effects.ts';

/** V6: a stricter verifier is faster, one that keeps all is none. */
export const vaeSelectivity = defineReplicatedClaim({
  id: 'vae-selectivity',
  module: import.meta.url,
  group: 'vae',
  title:
    'A verifier that keeps less moves the generator faster in the first round, and one that keeps all is no verifier',
  statements: ['vae.selectivity'],
  kind: 'ordering',
  decision: 'Fréchet distances after round 1 are in the order of q = 0.1, 0.3, 1; q = 1 equals no verifier.',
  arms: {
    strong: { arm: strong, rounds: 'first' },
    lenient: { arm: lenient, rounds: 'first' },
    keepsAll: { arm: keepsAll, rounds: 'first' },
    unverified: { arm: unverified, rounds: 'first' },
  },
  effects: [
    {
      name: 'ln FD after round 1, q = 0.1 / q = 0.3',
      direction: 'negative',
      smallest: 0.05,
      of: ({ strong, lenient }) => between(strong, lenient, 1),
    },
    {
      name: 'ln FD after round 1, q = 0.3 / q = 1',
      direction: 'negative',
      smallest: 0.05,
      of: ({ lenient, keepsAll }) => between(lenient, keepsAll, 1),
    },
    {
      name: 'ln FD after round 1, q = 1 / no verifier',
      direction: 'negligible',
      smallest: 0.05,
      of: ({ keepsAll, unverified }) => between(keepsAll, unverified, 1),
    },
  ],
  notOn: {
    fresh:
      'one round from fresh weights is undertrained: in exploratory runs q = 0.1 was ahead of 0.3 in two replicates of three only',
  },
  mutants: ['vae-keeps-worst'],
});
