import { frozen } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { changeOf } from '../../vae/effects.ts';

/** The first round under a frozen verifier: the generator gains before it exploits the verifier. */
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
      'one round from fresh weights trains the generator too little: in exploratory runs it gained in two replicates of three, by less than the scatter',
  },
  mutants: ['vae-keeps-worst', 'vae-targets-swapped'],
});
