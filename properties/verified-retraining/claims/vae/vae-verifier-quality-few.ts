import { middling, weak } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { between } from '../../vae/effects.ts';

/** Among verifiers that know few real images, 500 images are better than 100. */
export const vaeVerifierQualityFew = defineReplicatedClaim({
  id: 'vae-verifier-quality-few',
  module: import.meta.url,
  group: 'vae',
  title: 'A verifier trained on 500 real images leads to a better generator than one trained on 100',
  statements: ['vae.verifier-quality'],
  kind: 'ordering',
  decision: 'After the last round the Fréchet distance is lower with 500 real images than with 100.',
  arms: { middling: { arm: middling, rounds: 'short' }, weak: { arm: weak, rounds: 'short' } },
  effects: [
    {
      name: 'ln FD, 500 real images / 100',
      direction: 'negative',
      smallest: 0.1,
      of: ({ middling, weak }) => between(middling, weak),
    },
  ],
  notOn: {
    fresh:
      'in exploratory runs the effect was there in two replicates of three, and its scatter was as large as its mean',
  },
  mutants: ['vae-verifier-unused'],
});
