import { strong, unverified } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between } from '../../vae/effects.ts';

/** V2b: verified beats unverified. */
export const vaeBeatsUnverified = defineReplicatedClaim({
  id: 'vae-beats-unverified',
  module: import.meta.url,
  group: 'vae',
  title: 'After as many rounds, the verified generator is closer to real digits than the unverified one',
  statements: ['vae.beats-unverified'],
  kind: 'ordering',
  decision: 'The Fréchet distance with a strong verifier is below that without one after the last round.',
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
