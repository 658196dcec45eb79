import { describe, test } from 'vitest';
import { everWrong, expectLevelBroken, expectLevelKept } from '../../properties/engine/decide/testing/conformance.ts';
import { criticalCosines } from '../../properties/engine/decide/testing/critical-cosines.ts';
import { hasMoved } from './moved.ts';

/** Number of effects from which those compared were chosen, and the probability that any one of them is called moved: 0.01, shared out equally. */
const QUANTITIES = 40;
const ALPHA = 0.01 / QUANTITIES;
const PAIRS = 250_000;
const LEAST = 3;
const MOST = 20;

/** A decision at error 0.02 stops at these cosines, by the number of observations. */
const stops = criticalCosines(50, MOST);
/** The shown 95 % interval reaches so many root mean squares to either side of the mean. */
const reach = criticalCosines(2 / 0.05, MOST).map((cosine) =>
  cosine < 1 ? cosine / Math.sqrt(1 - cosine * cosine) : Number.POSITIVE_INFINITY,
);

/** The interval of a decision that mean > 0, which stops as soon as it is proven, after 3 to 20 normal replicates. */
function decided(effectSize: number, stream: { normal(): number }): readonly [number, number] {
  let [count, sum, squares] = [0, 0, 0];
  while (count < LEAST || (count < MOST && sum < stops[count]! * Math.sqrt(count * squares))) {
    const x = effectSize + stream.normal();
    count += 1;
    sum += x;
    squares += x * x;
  }
  const mean = sum / count;
  const radius = reach[count]! * Math.sqrt(squares / count - mean * mean);
  return [mean - radius, mean + radius];
}

/** Pairs of decisions about the same effect, of which one is called moved. */
function movedPairs(effectSize: number, quantities: number): number {
  const pair = {
    name: 'pair of decisions',
    mean: 0,
    draw: (stream: { normal(): number }) =>
      hasMoved(decided(effectSize, stream), decided(effectSize, stream), quantities) ? 1 : 0,
  };
  const watch = () => {
    let moved = false;
    return {
      observe: (outcome: number) => {
        moved = outcome === 1;
      },
      wrong: () => moved,
    };
  };
  return everWrong(pair, watch, PAIRS, 1);
}

describe('of 40 normal effects in two runs that differ by their seed alone,', () => {
  test.each([1, 2, 4])('any is called moved with probability 0.01 at most, at effect size %d', (effectSize) => {
    expectLevelKept(movedPairs(effectSize, QUANTITIES), PAIRS, ALPHA);
  });

  test('any is called moved more often where the shown intervals are not made wider', () => {
    // The factor by which they are made wider is 1 at this number of quantities.
    expectLevelBroken(movedPairs(2, 0.01 / 0.05), PAIRS, ALPHA);
  });
});
