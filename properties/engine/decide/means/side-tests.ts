import type { Verdict } from '../../claim.ts';
import type { BettingStrategy } from '../betting/betting-strategy.ts';
import { kelly } from '../betting/kelly.ts';
import { portfolio } from '../betting/portfolio.ts';
import { shared } from '../betting/shared.ts';
import type { Comparison, Edges } from '../comparison.ts';
import { ClippedTest } from './clipped-test.ts';
import { boundedTest, type OneSidedTest, type Side } from './one-sided-test.ts';

/** The strategy of supporting tests. One half aims at the theory, the other is for a truth elsewhere. */
export const supporting: BettingStrategy = shared(kelly, portfolio);

/**
 * The strategy of refuting tests, which do not know where the truth lies. On each kind of observable that bench/betting-strategies.ts tries, it
 * decides within a fifth of the time of the soonest strategy. No other single strategy does.
 */
export const refuting: BettingStrategy = portfolio;

/** One side of a comparison: its two tests. It is undecided until one of them has reached its threshold. */
export interface SideTests {
  readonly support: OneSidedTest;
  readonly refute: OneSidedTest;
  verdict: Verdict;
  /** Where the tests have proven the mean to lie. */
  proven(): readonly [low: number, high: number];
}

/** The sides of a comparison, with bounded tests where it has a range and clipped tests where it has none. */
export function sideTestsOf({ expected, above, below, range }: Comparison): SideTests[] {
  const test = (side: Side, strategy: BettingStrategy) =>
    range === undefined ? new ClippedTest(side, strategy) : boundedTest(side, range, strategy);
  const side = (direction: Side['direction'], { support, refute }: Edges): SideTests => ({
    support: test({ direction, threshold: support, expected }, supporting),
    refute: test({ direction: direction === 'above' ? 'below' : 'above', threshold: refute }, refuting),
    verdict: 'undecided',
    proven() {
      if (this.verdict === 'undecided') return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
      const above = (direction === 'above') === (this.verdict === 'supported');
      const edge = this.verdict === 'supported' ? support : refute;
      return above ? [edge, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, edge];
    },
  });
  return [...(above ? [side('above', above)] : []), ...(below ? [side('below', below)] : [])];
}
