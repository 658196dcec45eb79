import { middling, strong, weak } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between } from '../../vae/effects.ts';

/** A verifier that knows all real images leads to better generators than one that knows few. */
export const vaeVerifierQuality = defineReplicatedClaim({
  id: 'vae-verifier-quality',
  module: import.meta.url,
  group: 'vae',
  title: 'A verifier trained on all real images leads to a better generator than one trained on 500 of them, or on 100',
  statements: ['vae.verifier-quality'],
  kind: 'ordering',
  decision: 'After the last round the Fréchet distance is lowest with all real images.',
  arms: {
    strong: { arm: strong, rounds: 'short' },
    middling: { arm: middling, rounds: 'short' },
    weak: { arm: weak, rounds: 'short' },
  },
  effects: [
    {
      name: 'ln FD, all real images / 500',
      direction: 'negative',
      smallest: 0.1,
      of: ({ strong, middling }) => between(strong, middling),
    },
    {
      name: 'ln FD, all real images / 100',
      direction: 'negative',
      smallest: 0.25,
      of: ({ strong, weak }) => between(strong, weak),
    },
  ],
  mutants: ['vae-verifier-unused', 'vae-scores-shuffled'],
});
