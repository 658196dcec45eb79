import { describe, expect, it } from 'vitest';
import {
  ALPHA,
  boundedDistributions,
  everWrong,
  expectLevelBroken,
  expectLevelKept,
  type KnownDistribution,
  RUNS,
} from '../testing/conformance.ts';
import { agrapa } from './agrapa.ts';
import type { BettingStrategy } from './betting-strategy.ts';
import { Capital } from './capital.ts';
import { kelly } from './kelly.ts';
import { onlineNewton } from './online-newton.ts';
import { portfolio } from './portfolio.ts';
import { predictablePlugIn } from './predictable-plug-in.ts';
import { shared } from './shared.ts';

const LOOKS = 250;

const strategies: Readonly<Record<string, BettingStrategy>> = {
  'predictable plug-in': predictablePlugIn(ALPHA),
  aGRAPA: agrapa,
  'online Newton': onlineNewton,
  portfolio,
  Kelly: kelly,
  'Kelly shared with aGRAPA': shared(kelly, agrapa),
};

const mirrored = ({ name, mean, draw }: KnownDistribution): KnownDistribution => ({
  name: `1 − ${name}`,
  mean: 1 - mean,
  draw: (stream) => 1 - draw(stream),
});
const everyDistribution = boundedDistributions.flatMap((distribution) => [distribution, mirrored(distribution)]);

/** Runs in which the capital ever reaches 1/α when the mean is the threshold. */
function everRich(distribution: KnownDistribution, strategy: BettingStrategy, alpha: number): number {
  const { mean } = distribution;
  const start = () => {
    // Aims a fifth of the way to the upper end.
    const capital = new Capital(mean, strategy, mean + (1 - mean) / 5);
    return { observe: (x: number) => capital.observe(x), wrong: () => capital.logCapital >= Math.log(1 / alpha) };
  };
  return everWrong(distribution, start, RUNS, LOOKS);
}

describe.each(Object.entries(strategies))('%s', (_, strategy) => {
  it.each(everyDistribution)(
    'ever reaches 1/α at most as often as α on $name at the boundary of the null',
    (distribution) => {
      expectLevelKept(everRich(distribution, strategy, ALPHA), RUNS, ALPHA);
    },
  );

  it('keeps its stakes affordable and its capital positive whatever is observed', () => {
    const game = { threshold: 0.3, largestStake: 3, expected: 0.4 };
    for (const observation of [0, 1, 0.3]) {
      const stakes = strategy(game);
      const placed = Float64Array.from({ length: 2000 }, () => {
        const stake = stakes.next;
        stakes.observe(observation);
        return stake;
      });
      expect(placed).not.toContain(Number.NaN);
      expect(Math.min(...placed)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...placed)).toBeLessThanOrEqual(game.largestStake * (1 + 1e-12));
    }
  });

  it('grows rich when the mean lies above the threshold', () => {
    const capital = new Capital(0.3, strategy, 0.4);
    for (let n = 0; n < 2000; n += 1) capital.observe(n % 5 < 2 ? 1 : 0);
    expect(capital.logCapital).toBeGreaterThan(10);
  });
});

describe('negative controls', () => {
  const [bernoulli] = boundedDistributions;

  it('a strategy that sees the observation before it stakes fails the level test', () => {
    const start = () => {
      const { mean } = bernoulli!;
      let wealth = 0;
      return {
        observe: (x: number) => {
          wealth += Math.log(1 + (x > mean ? 1 / (20 * mean) : 0) * (x - mean));
        },
        wrong: () => wealth >= Math.log(1 / ALPHA),
      };
    };
    expectLevelBroken(everWrong(bernoulli!, start, RUNS, LOOKS), RUNS, ALPHA);
  });

  it('capital read against half of 1/α fails it', () => {
    expectLevelBroken(everRich(bernoulli!, kelly, 2 * ALPHA), RUNS, ALPHA);
  });

  it('a fixed-sample z-interval looked at after every observation fails it', () => {
    const start = () => {
      let [count, sum] = [0, 0];
      const { mean } = bernoulli!;
      return {
        observe: (x: number) => {
          count += 1;
          sum += x - mean;
        },
        // 1.28 standard errors: misses the mean with probability 0.2 at any one look.
        wrong: () => count >= 30 && Math.abs(sum) > 1.28 * Math.sqrt(count * mean * (1 - mean)),
      };
    };
    expectLevelBroken(everWrong(bernoulli!, start, RUNS, LOOKS), RUNS, ALPHA);
  });
});
