import type { Estimate } from '../../../properties/engine/kinds/figure-data/record.ts';
import type { TransferMap } from '../../../properties/verified-retraining/figure-data/record.ts';
import { legend } from '../../figures/legend.ts';
import type { FigureSpecification, Layer } from '../../figures/specification.ts';
import { colors } from '../../figures/theme.ts';
import type { Report } from '../../model/report.ts';
import { counted, percent, short } from '../../wording/numbers.ts';
import { covered } from './covered.ts';
import { dataOf } from './figure-data.ts';

/** The transfer map of one coordinate against the identity, and the rounds that follow it to the knowledge center. */
export function transferMap(report: Report): FigureSpecification | null {
  const found = dataOf(report, 'transfer-map');
  if (found === undefined || found.map.length === 0) return null;
  const { map, path, center, truth, radius, noise, replicates } = found;
  const share = covered(map.map((point) => [point.value, point] as const));
  const last = path.at(-1);
  return {
    id: 'transfer-map',
    title: 'The transfer map pulls towards the knowledge center',
    caption:
      `T(u), the mean of a verified round that starts at u, along one direction with r = ${short(radius)} and σ = ${short(noise)}; ` +
      `points are simulated means with 95 % intervals (${counted(replicates, 'replicate')}). T crosses the identity at θ_c alone, with a slope between 0 and 1, ` +
      `so that rounds of retraining (the stairs: simulated means E θ̂_k) go to θ_c wherever they start, and not to θ*.`,
    pictures: [
      {
        spec: { vconcat: [{ width: 620, height: 440, layer: layersOf(found) }, legend(keys, 3)] },
        alternative:
          `T against the identity for u from ${short(map[0]!.u)} to ${short(map.at(-1)!.u)}, with θ_c = ${short(center)} and θ* = ${short(truth)}. ` +
          `The 95 % interval of the simulated mean covers T at ${percent(share)} of ${counted(map.length, 'point')}. ` +
          (last === undefined
            ? ''
            : `The stairs start at ${short(path[0]!.mean)} and are at ${short(last.mean)} after ${counted(path.length - 1, 'round')}, ${short(Math.abs(last.mean - center))} from θ_c and ${short(Math.abs(last.mean - truth))} from θ*.`),
      },
    ],
    data: {
      header: ['curve', 'u or k', 'T(u)', 'simulated', 'low', 'high'],
      rows: [
        ...map.map(({ u, value, mean, low, high }) => ['T(u)', u, value, mean, low, high]),
        ...path.map(({ mean, low, high }, k) => ['E θ̂_k', k, null, mean, low, high]),
      ],
    },
  };
}

const looks = {
  map: { color: colors.blue, dash: [1, 0] },
  identity: { color: colors.grey, dash: [6, 3] },
  stairs: { color: colors.vermillion, dash: [1, 0] },
  center: { color: colors.black, dash: [2, 2] },
  truth: { color: colors.green, dash: [8, 3, 2, 3] },
} as const;

const dot = { shape: 'circle', color: colors.blue, filled: true } as const;

const keys = [
  { name: 'T(u), as predicted', line: looks.map },
  { name: 'simulated mean, 95 % interval', points: [dot] },
  { name: 'identity: no verifier', line: looks.identity },
  { name: 'stairs: E θ̂_k by round', line: looks.stairs },
  { name: 'θ_c', line: looks.center },
  { name: 'θ*', line: looks.truth },
];

function layersOf({ map, path, center, truth }: TransferMap): Layer[] {
  const us = map.map(({ u }) => u);
  const domain = [us[0]!, us.at(-1)!];
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: 'u = v_jᵀθ̂_k',
      scale: { zero: false, domain, nice: false },
      axis: { grid: false },
    }) as const;
  const y = (field: string) =>
    ({ field, type: 'quantitative', title: 'T(u) = E v_jᵀθ̂_{k+1}', scale: { zero: false } }) as const;
  const line = ({ color, dash }: (typeof looks)[keyof typeof looks], values: object[]): Layer => ({
    data: { values },
    mark: { type: 'line', clip: true, color, strokeDash: [...dash] },
    encoding: { x: x('u'), y: y('value'), order: { field: 'at' } },
  });
  const standing = (at: number, look: (typeof looks)[keyof typeof looks]): Layer => ({
    data: { values: [{ at }] },
    mark: { type: 'rule', clip: true, color: look.color, strokeDash: [...look.dash], strokeWidth: 1.5 },
    encoding: { x: x('at') },
  });
  return [
    standing(center, looks.center),
    standing(truth, looks.truth),
    line(
      looks.identity,
      [us[0]!, us.at(-1)!].map((u, at) => ({ u, value: u, at })),
    ),
    line(
      looks.map,
      map.map(({ u, value }, at) => ({ u, value, at })),
    ),
    {
      data: { values: [...map] },
      mark: { type: 'rule', color: colors.blue, strokeWidth: 1.2 },
      encoding: { x: x('u'), y: y('low'), y2: { field: 'high' } },
    },
    {
      data: { values: [...map] },
      mark: { type: 'point', ...dot, size: 28, opacity: 1 },
      encoding: { x: x('u'), y: y('mean') },
    },
    line(
      looks.stairs,
      stairs(path).map((step, at) => ({ ...step, at })),
    ),
  ];
}

/** From the identity up to the map, across to the identity, and on: a corner for every change of direction. */
function stairs(path: readonly Estimate[]): { u: number; value: number }[] {
  return path.flatMap(({ mean }, k) => {
    const next = path[k + 1];
    const here = { u: mean, value: mean };
    return next === undefined ? [here] : [here, { u: mean, value: next.mean }];
  });
}
