import { sheared } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { after, changeOf } from '../../vae/effects.ts';

/** Retraining converges to what the verifier believes. */
export const vaeKnowledgeCenter = defineReplicatedClaim({
  id: 'vae-knowledge-center',
  module: import.meta.url,
  group: 'vae',
  title:
    'Under a verifier that takes sheared digits for real, the generator approaches sheared digits and leaves real ones',
  statements: ['vae.knowledge-center'],
  kind: 'sign',
  decision:
    "The Fréchet distance to the verifier's reference falls, the distance to real digits rises, and the slant moves towards the reference.",
  arms: { sheared: { arm: sheared, rounds: 'short' } },
  effects: [
    {
      name: "ln FD to the verifier's reference, last round / start",
      direction: 'negative',
      smallest: 0.4,
      of: ({ sheared }) => changeOf(sheared, 'frechetToReference'),
    },
    {
      name: 'ln FD to real digits, last round / start',
      direction: 'positive',
      smallest: 0.25,
      of: ({ sheared }) => changeOf(sheared),
    },
    {
      name: 'slant, last round − start',
      direction: 'positive',
      smallest: 0.1,
      of: ({ sheared }) => after(sheared, -1, 'slant') - after(sheared, 0, 'slant'),
    },
  ],
  mutants: ['vae-truth-as-reference', 'vae-wrong-reference', 'vae-keeps-worst'],
});
