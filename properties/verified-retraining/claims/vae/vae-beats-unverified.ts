import { strong, unverified } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between } from '../../vae/effects.ts';

/** Verified retraining beats unverified retraining. */
export const vaeBeatsUnverified = defineReplicatedClaim({
  id: 'vae-beats-unverified',
  module: import.meta.url,
  group: 'vae',
  title: 'After the same number of rounds, the verified generator is closer to real digits than the unverified one',
  statements: ['vae.beats-unverified'],
  kind: 'ordering',
  decision:
    'After the last round the Fréchet distance with a strong verifier is below the distance without a verifier.',
  arms: { strong: { arm: strong, rounds: 'short' }, unverified: { arm: unverified, rounds: 'short' } },
  effects: [
    {
      name: 'ln FD, verified / unverified',
      direction: 'negative',
      smallest: 0.3,
      of: ({ strong, unverified }) => between(strong, unverified),
    },
  ],
  mutants: ['vae-verifier-unused', 'vae-scores-shuffled'],
});
