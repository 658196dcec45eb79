import { frozen } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { changeOf } from '../../vae/effects.ts';

/** V8, its first round: a verifier that is to be exploited gains before it is. */
export const vaeFrozenVerifierGains = defineReplicatedClaim({
  id: 'vae-frozen-verifier-gains',
  module: import.meta.url,
  group: 'vae',
  title: 'A verifier that is never retrained gains in the first round',
  statements: ['vae.frozen-verifier'],
  kind: 'sign',
  decision: 'The Fréchet distance after round 1 is below that of the initial model.',
  arms: { frozen: { arm: frozen, rounds: 'first' } },
  effects: [
    { name: 'ln FD, round 1 / start', direction: 'negative', smallest: 0.05, of: ({ frozen }) => changeOf(frozen) },
  ],
  notOn: {
    fresh:
      'one round from fresh weights is undertrained: in exploratory runs it gained in two replicates of three, by less than it scattered',
  },
  mutants: ['vae-keeps-worst', 'vae-targets-swapped'],
});
