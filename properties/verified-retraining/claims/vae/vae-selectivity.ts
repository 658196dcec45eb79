import { keepsAll, lenient, strong, unverified } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between } from '../../vae/effects.ts';

/** A stricter verifier is faster, and a verifier that keeps all images is no verifier. */
export const vaeSelectivity = defineReplicatedClaim({
  id: 'vae-selectivity',
  module: import.meta.url,
  group: 'vae',
  title:
    'A verifier that keeps fewer images moves the generator faster in the first round, and one that keeps all is no verifier',
  statements: ['vae.selectivity'],
  kind: 'ordering',
  decision:
    'After round 1 the Fréchet distances are in the order of the kept shares q = 0.1, 0.3, 1; at q = 1 the distance equals that without a verifier.',
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
      'one round from fresh weights trains the generator too little: in exploratory runs q = 0.1 was ahead of q = 0.3 in only two replicates of three',
  },
  mutants: ['vae-keeps-worst'],
});
