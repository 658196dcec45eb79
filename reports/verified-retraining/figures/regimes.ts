import type { Regimes } from '../../../properties/verified-retraining/figure-data/record.ts';
import { legend, seriesKey } from '../../figures/legend.ts';
import { type LogAxis, logAxis } from '../../figures/log-axis.ts';
import { shortened } from '../../figures/shortened.ts';
import type { FigureSpecification, Layer } from '../../figures/specification.ts';
import { seriesLook } from '../../figures/theme.ts';
import type { Report } from '../../model/report.ts';
import { counted, percent, short } from '../../wording/numbers.ts';
import { covered } from './covered.ts';
import { dataOf } from './figure-data.ts';

type Series = Regimes['series'][number];

/** Error to the truth by round in the three regimes of bias, and without a verifier. */
export function regimes(report: Report): FigureSpecification | null {
  const found = dataOf(report, 'regimes');
  if (found === undefined || found.series.length === 0) return null;
  const { series, replicates } = found;
  const axis = logAxis(
    series.flatMap(({ exact, simulated }) => [...exact, ...simulated.map(({ high }) => high)]),
    { below: 1 / 2, above: 1.3 },
  );
  const share = covered(
    series.flatMap(({ exact, simulated }) => simulated.map((seen, k) => [exact[k], seen] as const)),
  );
  return {
    id: 'regimes',
    title: 'Three regimes, and no verifier',
    caption:
      `E‖θ̂_k − θ*‖² by round k: lines are exact, points simulated (${counted(replicates, 'replicate')}) with bands of 95 %. ` +
      `After Theorem 4.1, an unbiased verifier lets the error fall on and on; a mildly biased one lets it fall and then rest at about Δ², below the start; ` +
      `a strongly biased one lets it fall first and climb above the start, or climb at once. Without a verifier nothing is gained: the error grows by σ²p/n_k a round.`,
    pictures: [
      {
        spec: {
          vconcat: [
            { width: 800, height: 380, layer: series.flatMap((each, at) => layersOf(each, at, axis)) },
            legend(
              series.map(({ regime }, at) => seriesKey(regime, at)),
              3,
            ),
          ],
        },
        alternative:
          `E‖θ̂_k − θ*‖² by round on a log axis. ${series.map(courseOf).join(' ')} ` +
          `The simulated 95 % interval covers the exact value at ${percent(share)} of the points.`,
      },
    ],
    data: {
      header: ['regime', 'k', 'exact', 'simulated', 'low', 'high'],
      rows: series.flatMap(({ regime, exact, simulated }) =>
        exact.map((value, k) => [
          regime,
          k,
          value,
          simulated[k]?.mean ?? null,
          simulated[k]?.low ?? null,
          simulated[k]?.high ?? null,
        ]),
      ),
    },
  };
}

/** From where to where an error goes, and its least on the way if that is neither. */
function courseOf({ regime, exact }: Series): string {
  const least = exact.indexOf(Math.min(...exact));
  const via =
    least > 0 && least < exact.length - 1 ? `, least ${short(exact[least]!)} after ${counted(least, 'round')}` : '';
  return `${shortened(regime, 40)}: from ${short(exact[0] ?? null)} to ${short(exact.at(-1) ?? null)} after ${counted(exact.length - 1, 'round')}${via}.`;
}

const x = {
  field: 'k',
  type: 'quantitative',
  title: 'round k',
  scale: { nice: false },
  axis: { tickMinStep: 1, grid: false },
} as const;
function layersOf({ exact, simulated }: Series, at: number, { scale, ticks, place }: LogAxis): Layer[] {
  const y = (field: string) =>
    ({ field, type: 'quantitative', title: 'E‖θ̂_k − θ*‖²', scale, axis: { values: ticks } }) as const;
  const { color, dash, shape } = seriesLook(at);
  const lines = exact.map((value, k) => ({ k, value: place(value) }));
  const seen = simulated.map(({ mean, low, high }, k) => ({
    k,
    mean: place(mean),
    low: place(low),
    high: place(high),
  }));
  return [
    {
      data: { values: seen },
      mark: { type: 'area', color, opacity: 0.18 },
      encoding: { x, y: y('low'), y2: { field: 'high' } },
    },
    {
      data: { values: lines },
      mark: { type: 'line', color, strokeDash: dash },
      encoding: { x, y: y('value') },
    },
    {
      data: { values: seen },
      mark: { type: 'point', filled: true, opacity: 1, size: 45, color, shape },
      encoding: { x, y: y('mean') },
    },
  ];
}
