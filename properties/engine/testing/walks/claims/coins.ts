import * as fc from 'fast-check';
import { equals, isAbove } from '../../../decide/comparison.ts';
import { decideMeans } from '../../../decide/decide-means.ts';
import type { DrawnClaim } from '../../../kinds/drawn-settings/claim.ts';
import { logUniform, uniform } from '../../../numbers.ts';
import type { World } from '../world.ts';

/** A coin, by its probability of heads. */
export interface Coin {
  readonly probability: number;
}

const MAXIMUM_TOSSES = 20_000;

const coin = (probability: number): Coin => ({ probability });

/** True. */
export const shareOfHeads: DrawnClaim<Coin, World> = {
  id: 'share-of-heads',
  group: 'coins',
  title: 'A coin shows heads as often as its probability says',
  statements: ['coin.share'],
  kind: 'mean',
  decision: 'The share of heads, as a mean of tosses.',
  mutants: ['loaded-coin', 'always-even'],
  module: import.meta.url,
  domain: {
    description: 'Coins that show heads with probability 0.05 to 0.6.',
    strata: [
      {
        name: 'rare',
        settings: () => logUniform(0.05, 0.2).map(coin),
        holds: ({ probability }) => probability <= 0.2,
      },
      {
        name: 'common',
        settings: () => uniform(0.3, 0.6).map(coin),
        holds: ({ probability }) => probability >= 0.3,
      },
    ],
  },
  draws: 4,
  check({ probability }, { world: { theory, simulator }, tier, errors, stream }) {
    const share = equals('share of heads', theory.shareOfHeads(probability), tier.indifference, [0, 1]);
    const toss = (replicate: number, out: Float64Array) => {
      out[0] = simulator.toss(probability, stream(replicate));
    };
    return decideMeans([share], toss, { ...errors, maximumReplicates: MAXIMUM_TOSSES });
  },
};

/** True: one fixed coin contradicts a loose wording. */
export const notAlwaysHeads: DrawnClaim<Coin, World> = {
  id: 'not-always-heads',
  group: 'coins',
  title: 'A coin does not always show heads',
  statements: ['coin.always'],
  kind: 'mean',
  decision: 'The share of tails of one fixed coin lies above 0.1.',
  mutants: ['loaded-coin'],
  module: import.meta.url,
  domain: {
    description: 'The coin that shows heads with probability 0.5.',
    strata: [{ name: 'the coin', settings: () => fc.constant(coin(0.5)), holds: () => true }],
    pinned: true,
  },
  draws: 1,
  check({ probability }, { world: { simulator }, errors, stream }) {
    const tails = isAbove('share of tails', 0.1, 0.4, 0.5, [0, 1]);
    const toss = (replicate: number, out: Float64Array) => {
      out[0] = 1 - simulator.toss(probability, stream(replicate));
    };
    return decideMeans([tails], toss, { ...errors, maximumReplicates: MAXIMUM_TOSSES });
  },
};
