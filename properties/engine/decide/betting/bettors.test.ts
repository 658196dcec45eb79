import { describe, expect, it } from 'vitest';
import { Capital } from '../capital.ts';
import { atLeastByChance, CONFORMANCE_ERROR, everWrong, type Population, populations } from '../testing/conformance.ts';
import { agrapa } from './agrapa.ts';
import type { Betting } from './bettor.ts';
import { kelly } from './kelly.ts';
import { onlineNewton } from './online-newton.ts';
import { portfolio } from './portfolio.ts';
import { predictablePlugIn } from './predictable-plug-in.ts';
import { shared } from './shared.ts';

const ALPHA = 0.05;
const RUNS = 2000;
const LOOKS = 250;

const bettings: Readonly<Record<string, Betting>> = {
  'predictable plug-in': predictablePlugIn(ALPHA),
  aGRAPA: agrapa,
  'online Newton': onlineNewton,
  portfolio,
  Kelly: kelly,
  'Kelly shared with aGRAPA': shared(kelly, agrapa),
};

const mirrored = ({ name, mean, draw }: Population): Population => ({
  name: `1 − ${name}`,
  mean: 1 - mean,
  draw: (stream) => 1 - draw(stream),
});
const everyPopulation = populations.flatMap((population) => [population, mirrored(population)]);

/** p-value of the rate at which the capital ever reaches 1/α when the mean is the threshold. */
function levelPValue(population: Population, betting: Betting, alpha: number): number {
  const { mean } = population;
  const start = () => {
    // Aims a fifth of the way to the upper end.
    const capital = new Capital(mean, betting, mean + (1 - mean) / 5);
    return { observe: (x: number) => capital.observe(x), wrong: () => capital.logCapital >= Math.log(1 / alpha) };
  };
  return atLeastByChance(everWrong(population, start, RUNS, LOOKS), RUNS, ALPHA);
}

describe.each(Object.entries(bettings))('%s', (_, betting) => {
  it.each(everyPopulation)(
    'ever reaches 1/α at most as often as α on $name at the boundary of the null',
    (population) => {
      expect(levelPValue(population, betting, ALPHA)).toBeGreaterThan(CONFORMANCE_ERROR);
    },
  );

  it('keeps its stakes affordable and its capital positive whatever is observed', () => {
    const game = { threshold: 0.3, largestStake: 3, expected: 0.4 };
    for (const observation of [0, 1, 0.3]) {
      const bettor = betting(game);
      for (let n = 0; n < 2000; n += 1) {
        expect(bettor.stake).toBeGreaterThanOrEqual(0);
        expect(bettor.stake).toBeLessThanOrEqual(game.largestStake * (1 + 1e-12));
        bettor.observe(observation);
      }
    }
  });

  it('grows rich when the mean lies above the threshold', () => {
    const capital = new Capital(0.3, betting, 0.4);
    for (let n = 0; n < 2000; n += 1) capital.observe(n % 5 < 2 ? 1 : 0);
    expect(capital.logCapital).toBeGreaterThan(10);
  });
});

describe('negative controls', () => {
  it('a bettor who sees the observation before staking fails the conformance test', () => {
    const clairvoyant = ({ threshold, largestStake }: { threshold: number; largestStake: number }) => {
      let wealth = 0;
      return {
        observe: (x: number) => {
          wealth += Math.log(1 + (x > threshold ? largestStake / 20 : 0) * (x - threshold));
        },
        wrong: () => wealth >= Math.log(1 / ALPHA),
      };
    };
    const [population] = populations;
    const start = () => clairvoyant({ threshold: population!.mean, largestStake: 1 / population!.mean });
    expect(atLeastByChance(everWrong(population!, start, RUNS, LOOKS), RUNS, ALPHA)).toBeLessThan(CONFORMANCE_ERROR);
  });

  it('capital read against half of 1/α fails it', () => {
    expect(levelPValue(populations[0]!, kelly, 2 * ALPHA)).toBeLessThan(CONFORMANCE_ERROR);
  });

  it('a fixed-sample z-interval looked at after every observation fails it', () => {
    const [population] = populations;
    const start = () => {
      let [count, sum] = [0, 0];
      const { mean } = population!;
      return {
        observe: (x: number) => {
          count += 1;
          sum += x - mean;
        },
        // 1.96 standard errors: misses the mean with probability 0.05 at any one look.
        wrong: () => count >= 30 && Math.abs(sum) > 1.96 * Math.sqrt(count * mean * (1 - mean)),
      };
    };
    expect(atLeastByChance(everWrong(population!, start, RUNS, LOOKS), RUNS, ALPHA)).toBeLessThan(CONFORMANCE_ERROR);
  });
});

it('Kelly refuses to bet without an expected mean above the threshold', () => {
  expect(() => new Capital(0.3, kelly)).toThrow('expected = undefined');
  expect(() => new Capital(0.3, kelly, 0.3)).toThrow('above the threshold 0.3');
});

it('a threshold outside [0, 1) is refused', () => {
  for (const threshold of [-0.1, 1, Number.NaN])
    expect(() => new Capital(threshold, agrapa)).toThrow('a mean in [0, 1)');
});

it('Kelly bets exactly the Kelly fraction (t−m)/(m(1−m)) on yes/no observations, where rare losses make the second-order one ruinous', () => {
  const [threshold, expected] = [0.93, 0.98];
  const bettor = kelly({ threshold, largestStake: 1 / threshold, expected });
  for (let cycle = 0; cycle < 3; cycle += 1) {
    expect(bettor.stake).toBeCloseTo((expected - threshold) / (threshold * (1 - threshold)), 9);
    for (let n = 0; n < 50; n += 1) bettor.observe(n === 25 ? 0 : 1);
  }
});
