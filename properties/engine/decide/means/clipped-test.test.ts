import { expect, it } from 'vitest';
import { streamFamily } from '../../../../sim/random/stream.ts';
import { AsymptoticMean } from './asymptotic.ts';
import { ClippedTest } from './clipped-test.ts';
import type { OneSidedTest, Side } from './one-sided-test.ts';
import { refuting, supporting } from './side-tests.ts';

/** Enough for the standard errors that the test of the level asserts. */
const RUNS = 400;
const FIRST_LOOK = 1000;

/**
 * P(the test ever reaches log(1/α)) / α for squared normals of mean 1, the boundary of the null, with its standard error. The event is far too rare to
 * wait for. The observations are therefore drawn with the mean at which the test aims, and each run counts with its likelihood ratio (importance
 * sampling, Siegmund 1976). Under that law the event is certain, so runs go on until it happens.
 */
function errorRatio(alpha: number, side: Side, start: () => OneSidedTest): { ratio: number; standardError: number } {
  const streams = streamFamily(1, `importance sampling, ${side.direction}`, 0);
  const mean = side.expected!;
  let [sum, squares] = [0, 0];
  for (let run = 0; run < RUNS; run += 1) {
    const stream = streams.at(run);
    const test = start();
    let logRatio = 0;
    while (test.logEvidence < Math.log(1 / alpha)) {
      const observation = mean * stream.normal() ** 2;
      logRatio += Math.log(mean) / 2 - (observation - observation / mean) / 2;
      test.observe(observation);
    }
    const weight = Math.exp(logRatio) / alpha;
    sum += weight;
    squares += weight * weight;
  }
  const ratio = sum / RUNS;
  return { ratio, standardError: Math.sqrt((squares / RUNS - ratio ** 2) / RUNS) };
}

const sides: readonly Side[] = [
  { direction: 'above', threshold: 1, expected: 1.1 },
  { direction: 'below', threshold: 1, expected: 0.9 },
];

/** The likelihood-ratio test by the central limit theorem. Its first look is after FIRST_LOOK observations. */
function centralLimitTest({ threshold, expected }: Side): OneSidedTest {
  const mean = new AsymptoticMean();
  return {
    observe: (x) => mean.observe(x),
    get logEvidence() {
      return mean.count < FIRST_LOOK ? 0 : mean.logEvidenceAt(threshold, expected!);
    },
  };
}

it.each(sides)(
  'errs at most as often as 1e-6 in support and 1e-9 in refutation on squared normals, $direction 1',
  (side) => {
    for (const { alpha, strategy } of [
      { alpha: 1e-6, strategy: supporting },
      { alpha: 1e-9, strategy: refuting },
    ]) {
      const { ratio, standardError } = errorRatio(alpha, side, () => new ClippedTest(side, strategy));
      expect(ratio - 4 * standardError).toBeLessThan(1);
      // An error twice as large as stated is excluded by four standard errors.
      expect(ratio + 4 * standardError).toBeLessThan(2);
    }
  },
);

it('the test by the central limit theorem errs several times as often as 1e-6 there, in the direction of the light tail', () => {
  const { ratio, standardError } = errorRatio(1e-6, sides[1]!, () => centralLimitTest(sides[1]!));
  expect(ratio - 4 * standardError).toBeGreaterThan(5);
});

it('proves nothing from constant observations', () => {
  const test = new ClippedTest(sides[0]!, refuting);
  for (let n = 0; n < 1000; n += 1) test.observe(3);
  expect(test.logEvidence).toBe(0);
});
