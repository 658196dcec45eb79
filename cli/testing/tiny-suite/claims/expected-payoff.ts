import * as fc from 'fast-check';
import { equals } from '../../../../properties/engine/decide/comparison.ts';
import { decideMeans } from '../../../../properties/engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../../properties/engine/decide/replicates-to-support.ts';
import type { DrawnClaim } from '../../../../properties/engine/kinds/drawn-settings/claim.ts';
import { type Range, uniform } from '../../../../properties/engine/numbers.ts';
import type { Bet } from '../theory/index.ts';
import type { World } from '../world.ts';

const stratum = (name: string, [low, high]: Range) => ({
  name,
  settings: () => fc.record({ probability: uniform(low, high), prize: uniform(1, 3), stake: uniform(1, 3) }),
  holds: ({ probability }: Bet) => probability >= low && probability <= high,
});

/** A claim that draws its settings. */
export const expectedPayoff: DrawnClaim<Bet, World> = {
  id: 'expected-payoff',
  module: import.meta.url,
  group: 'bets',
  title: 'A bet pays its expected payoff on average',
  statements: ['bet.mean'],
  kind: 'mean',
  decision: 'The payoff is bounded, and its mean is bet on.',
  domain: {
    description: 'Bets with prizes and stakes from 1 to 3.',
    strata: [stratum('likely', [0.7, 0.9]), stratum('unlikely', [0.1, 0.3])],
  },
  draws: 10,
  mutants: ['fair-coin'],
  check(bet, { world: { theory, simulator }, tier, errors, stream }) {
    const { probability, prize, stake } = bet;
    const width = prize + stake;
    const comparison = equals('E X', theory.expectedPayoff(bet), tier.indifference * width, [-stake, prize]);
    const sd = width * Math.sqrt(probability * (1 - probability));
    return decideMeans(
      [comparison],
      (replicate, out) => {
        out[0] = simulator.toss(probability, stream(replicate)) ? prize : -stake;
      },
      { ...errors, maximumReplicates: maximumReplicates([comparison], [sd], errors.falseSupport) },
    );
  },
};
