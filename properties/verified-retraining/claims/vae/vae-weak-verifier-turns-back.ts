import { weak } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { after } from '../../vae/effects.ts';

/** Under a weak verifier the generator turns back. */
export const vaeWeakVerifierTurnsBack = defineReplicatedClaim({
  id: 'vae-weak-verifier-turns-back',
  module: import.meta.url,
  group: 'vae',
  title: 'Under a verifier that knows 100 real images the generator turns back after the first round',
  statements: ['vae.weak-verifier-turns-back'],
  kind: 'sign',
  decision: 'Under the weak verifier the Fréchet distance is higher after the last round than after the first.',
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
    'The claim does not say that there was a gain to lose: in the exploratory runs a verifier of 100 real images, as many as the initial model was trained on, did not improve on that model in any round.',
    'Under a verifier of 500 real images the distance fell for a round or two and then stayed or rose again, too irregularly to be decided.',
  ],
  mutants: ['vae-real-images-leaked'],
});
