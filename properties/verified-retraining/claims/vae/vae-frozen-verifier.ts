import { frozen, strong } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between, changeOf } from '../../vae/effects.ts';

/** A frozen verifier is exploited. */
export const vaeFrozenVerifier = defineReplicatedClaim({
  id: 'vae-frozen-verifier',
  module: import.meta.url,
  group: 'vae',
  title:
    'A verifier that is never retrained gains for a round and is then exploited; a verifier that is retrained is not',
  statements: ['vae.frozen-verifier'],
  kind: 'sign',
  decision:
    'With the frozen verifier the Fréchet distance ends above its start; with the retrained one it ends below that of the frozen one.',
  arms: { frozen: { arm: frozen, rounds: 'short' }, strong: { arm: strong, rounds: 'short' } },
  effects: [
    {
      name: 'ln FD under the frozen verifier, last round / start',
      direction: 'positive',
      smallest: 0.25,
      of: ({ frozen }) => changeOf(frozen),
    },
    {
      name: 'ln FD after the last round, retrained / frozen',
      direction: 'negative',
      smallest: 0.3,
      of: ({ strong, frozen }) => between(strong, frozen),
    },
  ],
  mutants: ['vae-verifier-unused'],
});
