import { agrapa } from '../properties/engine/decide/betting/agrapa.ts';
import type { BettingStrategy } from '../properties/engine/decide/betting/betting-strategy.ts';
import { kelly } from '../properties/engine/decide/betting/kelly.ts';
import { onlineNewton } from '../properties/engine/decide/betting/online-newton.ts';
import { portfolio } from '../properties/engine/decide/betting/portfolio.ts';
import { predictablePlugIn } from '../properties/engine/decide/betting/predictable-plug-in.ts';
import { shared } from '../properties/engine/decide/betting/shared.ts';
import { ClippedTest } from '../properties/engine/decide/means/clipped-test.ts';
import { boundedTest, type OneSidedTest, type Side } from '../properties/engine/decide/means/one-sided-test.ts';
import { keyedStream, type Stream } from '../sim/random/stream.ts';
import { median } from './harness/median.ts';
import type { Effort, Table } from './harness/part.ts';

const ALPHA = 1e-6;
const MARGIN = 0.1;
const EFFECT = 0.25;
/** (z_{1−1e-6} + z_{0.95})²: samples of the z-test in units of (sd/effect)². */
const Z_TEST = (4.753424 + 1.644854) ** 2;
const MOST = 2_000_000;

interface Observable {
  readonly name: string;
  readonly mean: number;
  readonly sd: number;
  readonly range?: readonly [number, number];
  readonly draw: (stream: Stream) => number;
}

const squaredError = (name: string, bias: number, sd: number, range?: readonly [number, number]): Observable => ({
  name,
  mean: bias ** 2 + sd ** 2,
  sd: Math.sqrt(4 * bias ** 2 * sd ** 2 + 2 * sd ** 4),
  ...(range ? { range } : {}),
  draw: (stream) => Math.min((bias + sd * stream.normal()) ** 2, range?.[1] ?? Number.POSITIVE_INFINITY),
});

const yesNo = (name: string, mean: number): Observable => ({
  name,
  mean,
  sd: Math.sqrt(mean * (1 - mean)),
  range: [0, 1],
  draw: (stream) => (stream.uniform() < mean ? 1 : 0),
});

const observables: readonly Observable[] = [
  squaredError('squared error, biased (mean .034)', 0.165, 0.083, [0, 2.5]),
  squaredError('squared error, unbiased (mean .03)', 0, Math.sqrt(0.03), [0, 2.5]),
  squaredError('squared normal, unbounded', 0, 1),
  yesNo('acceptance .6', 0.6),
  yesNo('acceptance .02', 0.02),
  {
    // N(0, 1) seen through [−1, 1.6]: mean (φ(1)−φ(1.6))/mass and variance 1 − (φ(1)+1.6φ(1.6))/mass − mean².
    name: 'accepted label − θ*',
    mean: 0.166_614_5,
    sd: 0.662_545,
    range: [-1, 1.6],
    draw: (stream) => {
      for (;;) {
        const label = stream.normal();
        if (label >= -1 && label <= 1.6) return label;
      }
    },
  },
];

const strategies: Readonly<Record<string, BettingStrategy>> = {
  'predictable plug-in': predictablePlugIn(ALPHA),
  aGRAPA: agrapa,
  'online Newton': onlineNewton,
  portfolio,
  Kelly: kelly,
  'Kelly + portfolio': shared(kelly, portfolio),
  'Kelly + aGRAPA': shared(kelly, agrapa),
  'aGRAPA + portfolio': shared(agrapa, portfolio),
};

/**
 * Betting strategies by their stopping times on the kinds of observables that claims use: medians of the samples that they take to support a true
 * prediction within 10 %, and to refute a prediction that is off by 25 %, both at error 1e-6. Ratios are to a fixed-sample z-test of known variance at
 * the same error and 95 % power.
 */
export async function bettingStrategies({ runs, smoke }: Pick<Effort, 'runs' | 'smoke'>): Promise<readonly Table[]> {
  return (smoke ? observables.slice(3, 4) : observables).map((observable) => tableOf(observable, runs));
}

function tableOf(observable: Observable, runs: number): Table {
  const { name, mean, sd, range } = observable;
  const testOf = (side: Side, strategy: BettingStrategy) =>
    range === undefined ? new ClippedTest(side, strategy) : boundedTest(side, range, strategy);
  const stop = (side: Side, strategy: BettingStrategy) =>
    median(
      Array.from({ length: runs }, (_, run) => time(testOf(side, strategy), observable, keyedStream(1, name, 0, run))),
    );
  const zSupport = Z_TEST * (sd / (MARGIN * mean)) ** 2;
  const zRefute = Z_TEST * (sd / (EFFECT * mean)) ** 2;
  const rows = Object.entries(strategies).map(([name, strategy]) => {
    const support = (direction: Side['direction']) => {
      const threshold = direction === 'above' ? mean * (1 - MARGIN) : mean * (1 + MARGIN);
      return stop({ direction, threshold, expected: mean }, strategy);
    };
    // The prediction is off by EFFECT of it: the truth lies above, or below. Strategies that aim at a mean aim at the edge of the zone.
    const refute = (direction: Side['direction']) => {
      const predicted = mean / (direction === 'above' ? 1 + EFFECT : 1 - EFFECT);
      const expected = predicted * (direction === 'above' ? 1 + MARGIN : 1 - MARGIN);
      return stop({ direction, threshold: predicted, expected }, strategy);
    };
    const figures = {
      'support above': support('above'),
      'support below': support('below'),
      'refute above': refute('above'),
      'refute below': refute('below'),
    };
    const ratios = Object.entries(figures).map(([what, n]) => [
      `${what}/z`,
      n / (what.startsWith('support') ? zSupport : zRefute),
    ]);
    return { 'betting strategy': name, ...figures, ...Object.fromEntries(ratios) };
  });
  const z = `z-test: ${zSupport.toFixed(0)} to support, ${zRefute.toFixed(0)} to refute`;
  return { title: `Samples until a betting strategy has decided: ${name}`, rows, notes: [z] };
}

/** Samples that a test takes to reach its evidence. */
function time(test: OneSidedTest, { draw }: Observable, stream: Stream): number {
  let n = 0;
  while (test.logEvidence < Math.log(1 / ALPHA) && n < MOST) {
    test.observe(draw(stream));
    n += 1;
  }
  return n;
}
