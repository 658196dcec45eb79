import { unverified } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { changeOf } from '../../vae/effects.ts';

/** Without a verifier the generator drifts away and loses variety. */
export const vaeCollapse = defineReplicatedClaim({
  id: 'vae-collapse',
  module: import.meta.url,
  group: 'vae',
  title: 'Without a verifier, retraining drives the generator away from real digits and shrinks its variety',
  statements: ['vae.collapse'],
  kind: 'sign',
  decision:
    'After the last round the Fréchet distance is above that of the initial model, and the variance within classes is below.',
  arms: { unverified: { arm: unverified, rounds: 'short' } },
  effects: [
    {
      name: 'ln FD, last round / start',
      direction: 'positive',
      smallest: 0.1,
      of: ({ unverified }) => changeOf(unverified),
    },
    {
      name: 'ln class variance, last round / start',
      direction: 'negative',
      smallest: 0.03,
      of: ({ unverified }) => changeOf(unverified, 'classVariance'),
    },
  ],
  mutants: ['vae-real-images-leaked', 'vae-replicate-twice'],
});
