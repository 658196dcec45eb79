import type { Curve } from '../../../../sim/verified-retraining/vae/index.ts';
import { strong } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { after } from '../../vae/effects.ts';

/** V5: the gains of a strong verifier slow down. */
export const vaePlateau = defineReplicatedClaim({
  id: 'vae-plateau',
  module: import.meta.url,
  group: 'vae',
  title: 'Even under a strong verifier the gains of a long run slow down',
  statements: ['vae.plateau'],
  kind: 'sign',
  decision:
    'The first half of the run gains, and the second half gains less; a half ends at the mean of its last two rounds.',
  arms: { strong: { arm: strong, rounds: 'long' } },
  effects: [
    {
      name: 'ln FD, middle / start',
      direction: 'negative',
      smallest: 0.1,
      of: ({ strong }) => firstHalf(strong),
    },
    {
      name: 'ln FD, end / middle − ln FD, middle / start',
      direction: 'positive',
      smallest: 0.1,
      of: ({ strong }) => lnAround(strong, 1) - lnAround(strong, 1 / 2) - firstHalf(strong),
    },
  ],
  notOn: { fresh: 'a long run from fresh weights takes longer than the tier has' },
  remarks: [
    'That the gains come to a halt is not decided: in exploratory runs the second eight of sixteen rounds still gained a fifth of what the first eight did on procedural digits.',
  ],
  mutants: ['vae-verifier-unused'],
});

/** Mean of ln FD over the round at a share of the run and the one before it: one round alone scatters by a tenth. */
function lnAround(curve: Curve, share: number): number {
  const round = Math.round(share * (curve.rounds.length - 1));
  return Math.log(after(curve, round) * after(curve, round - 1)) / 2;
}

const firstHalf = (curve: Curve) => lnAround(curve, 1 / 2) - Math.log(after(curve, 0));
