import { weak } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { after } from '../../vae/effects.ts';

/** V3b: a weak verifier turns back. */
export const vaeWeakVerifierTurnsBack = defineReplicatedClaim({
  id: 'vae-weak-verifier-turns-back',
  module: import.meta.url,
  group: 'vae',
  title: 'Under a verifier that knows 100 real images the generator turns back after the first round',
  statements: ['vae.weak-verifier-turns-back'],
  kind: 'sign',
  decision: 'The Fréchet distance under the weak verifier is higher after the last round than after the first.',
  arms: { weak: { arm: weak, rounds: 'short' } },
  effects: [
    {
      name: 'ln FD, last round / round 1',
      direction: 'positive',
      smallest: 0.25,
      of: ({ weak }) => Math.log(after(weak, -1) / after(weak, 1)),
    },
  ],
  remarks: [
    'That there was a gain to lose is not part of the decision: 100 real images, as many as the initial model saw, did not improve on it in any round of the exploratory runs.',
    'A verifier of 500 real images improved on it for a round or two and then stopped or rose again, too irregularly to be decided.',
  ],
  mutants: ['vae-real-images-leaked'],
});
