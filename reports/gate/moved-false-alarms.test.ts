import { describe, test } from 'vitest';
import { safeTLogEvidence } from '../../properties/engine/decide/effects/safe-t-test.ts';
import { everWrong, expectLevelBroken, expectLevelKept } from '../../properties/engine/decide/testing/conformance.ts';
import { hasMoved } from './moved.ts';

/** Number of effects from which those compared were chosen, and the probability that any one of them is called moved: 0.01, shared out equally. */
const QUANTITIES = 40;
const ALPHA = 0.01 / QUANTITIES;
const PAIRS = 250_000;
const LEAST = 3;
const MOST = 20;

/** Sine of the angle from which on the evidence of so many observations reaches a threshold. By bisection; 2 where it never does. */
function critical(count: number, threshold: number): number {
  let [below, above] = [0, Math.PI / 2];
  if (safeTLogEvidence(count, 1) < threshold) return 2;
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (below + above) / 2;
    if (safeTLogEvidence(count, Math.sin(middle)) >= threshold) above = middle;
    else below = middle;
  }
  return Math.sin(above);
}

const counts = Array.from({ length: MOST + 1 }, (_, count) => count);
/** A decision at error 0.02 stops at this cosine. */
const stops = counts.map((count) => (count < LEAST ? 2 : critical(count, Math.log(50))));
/** The shown 95 % interval reaches so many root mean squares to either side of the mean. */
const reach = counts.map((count) => {
  const cosine = count < LEAST ? 2 : critical(count, Math.log(2 / 0.05));
  return cosine < 1 ? cosine / Math.sqrt(1 - cosine * cosine) : Number.POSITIVE_INFINITY;
});

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
