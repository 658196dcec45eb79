/**
 * Compares bettors by their stopping times on the suite's own kinds of observables: npx tsx bench/bettors.ts [runs]
 * Prints medians of samples to support a true prediction within 10 % and to refute one that is off by 25 %, both at 1e-6, with their
 * ratio to a fixed-sample z-test of known variance at the same error and 95 % power.
 */
import { agrapa } from '../properties/decide/bettors/agrapa.ts';
import type { Betting } from '../properties/decide/bettors/bettor.ts';
import { kelly } from '../properties/decide/bettors/kelly.ts';
import { onlineNewton } from '../properties/decide/bettors/online-newton.ts';
import { portfolio } from '../properties/decide/bettors/portfolio.ts';
import { predictablePlugIn } from '../properties/decide/bettors/predictable-plug-in.ts';
import { shared } from '../properties/decide/bettors/shared.ts';
import { ClippedTest } from '../properties/decide/clipped-test.ts';
import { boundedTest, type OneSidedTest, type Side } from '../properties/decide/one-sided-test.ts';
import { keyedStream, type Stream } from '../sim/random/stream.ts';

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

const bettings: Readonly<Record<string, Betting>> = {
  'predictable plug-in': predictablePlugIn(ALPHA),
  aGRAPA: agrapa,
  'online Newton': onlineNewton,
  portfolio,
  Kelly: kelly,
  'Kelly + portfolio': shared(kelly, portfolio),
  'Kelly + aGRAPA': shared(kelly, agrapa),
  'aGRAPA + portfolio': shared(agrapa, portfolio),
};

const runs = Number(process.argv[2] ?? 40);
for (const observable of observables) {
  const { mean, sd, range, draw } = observable;
  const seat = (side: Side, betting: Betting) =>
    range === undefined ? new ClippedTest(side, betting) : boundedTest(side, range, betting);
  const medianOf = (stop: (stream: Stream) => number) =>
    Array.from({ length: runs }, (_, run) => stop(keyedStream(1, observable.name, 0, run))).sort((a, b) => a - b)[
      runs >> 1
    ]!;
  const time = (tests: readonly OneSidedTest[], stream: Stream) => {
    let n = 0;
    for (let open = tests; open.length > 0 && n < MOST; n += 1) {
      const observation = draw(stream);
      for (const test of open) test.observe(observation);
      if (open.some(({ logEvidence }) => logEvidence >= Math.log(1 / ALPHA))) {
        open = open.filter(({ logEvidence }) => logEvidence < Math.log(1 / ALPHA));
      }
    }
    return n;
  };
  const zSupport = Z_TEST * (sd / (MARGIN * mean)) ** 2;
  const zRefute = Z_TEST * (sd / (EFFECT * mean)) ** 2;
  console.log(`\n${observable.name}: z-test ${zSupport.toFixed(0)} to support, ${zRefute.toFixed(0)} to refute`);
  for (const [name, betting] of Object.entries(bettings)) {
    const support = (direction: Side['direction']) =>
      medianOf((stream) =>
        time(
          [
            seat(
              {
                direction,
                threshold: direction === 'above' ? mean * (1 - MARGIN) : mean * (1 + MARGIN),
                expected: mean,
              },
              betting,
            ),
          ],
          stream,
        ),
      );
    // A prediction that is off by EFFECT of it: the truth lies above, or below. Bettors that aim, aim at the edge of the zone.
    const refute = (direction: Side['direction']) => {
      const predicted = mean / (direction === 'above' ? 1 + EFFECT : 1 - EFFECT);
      const edge = predicted * (direction === 'above' ? 1 + MARGIN : 1 - MARGIN);
      return medianOf((stream) => time([seat({ direction, threshold: predicted, expected: edge }, betting)], stream));
    };
    const figures = [support('above'), support('below'), refute('above'), refute('below')];
    const ratios = figures.map((n, i) => (n / (i < 2 ? zSupport : zRefute)).toFixed(2));
    console.log(`  ${name.padEnd(20)}${figures.map((n, i) => `${String(n).padStart(9)} ×${ratios[i]}`).join('')}`);
  }
}
