import type { Curve } from '../../../../sim/verified-retraining/vae/index.ts';
import { strong } from '../../vae/arms.ts';
import { defineReplicatedClaim } from '../../vae/claim.ts';
import { after } from '../../vae/effects.ts';

/** The gains of a strong verifier slow down. */
export const vaePlateau = defineReplicatedClaim({
  id: 'vae-plateau',
  module: import.meta.url,
  group: 'vae',
  title: 'Even under a strong verifier the gains of a long run slow down',
  statements: ['vae.plateau'],
  kind: 'sign',
  decision:
    'The first half of the run gains, and the second half gains less; the end of a half is the mean of its last two rounds.',
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
  notOn: { fresh: 'a long run from fresh weights takes more time than the tier has' },
  remarks: [
    'The claim does not say that the gains come to a halt: in exploratory runs on procedural digits the second eight of sixteen rounds still gained a fifth of what the first eight gained.',
  ],
  mutants: ['vae-verifier-unused'],
});

/** Mean of ln FD over two rounds: the round at a share of the run, and the round before. One round alone scatters by a tenth. */
function lnAround(curve: Curve, share: number): number {
  const round = Math.round(share * (curve.rounds.length - 1));
  return Math.log(after(curve, round) * after(curve, round - 1)) / 2;
}

const firstHalf = (curve: Curve) => lnAround(curve, 1 / 2) - Math.log(after(curve, 0));
