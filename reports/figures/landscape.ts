import type { Landscape } from '../../properties/evidence.ts';
import { percent, short } from '../numbers.ts';
import type { Report } from '../report.ts';
import { boundaryLayers, mapAxes, type Rectangle, rectangles } from './landscape-grid.ts';
import type { Layer, Panel, Sketch } from './sketch.ts';
import { colors, diverging } from './theme.ts';

/** What one cell's simulation says of the sign that Theorem 3.1 gives it. */
type Agreement = 'same sign' | 'interval covers 0' | 'other sign';

const agreements = ['same sign', 'interval covers 0', 'other sign'] as const;

/** Classes of the ratio of errors by their upper ends: symmetric on a log scale, so that a halved error is as strong as a doubled one. */
const classes: readonly { readonly name: string; readonly end: number }[] = [
  { name: 'below ¼', end: 1 / 4 },
  { name: '¼ – ½', end: 1 / 2 },
  { name: '½ – ¾', end: 3 / 4 },
  { name: '¾ – 1', end: 1 },
  { name: '1 – 4⁄3', end: 4 / 3 },
  { name: '4⁄3 – 2', end: 2 },
  { name: '2 – 4', end: 4 },
  { name: 'above 4', end: Number.POSITIVE_INFINITY },
];

/** Edge of a panel in pixels. */
const SIDE = 255;

/** A cross through a cell. */
const CROSSED = 'M-1,-1L1,1M1,-1L-1,1';

type Cell = Landscape['cells'][number];

/** One round over bias × selectivity: theory, simulation, and whether they agree in sign. */
export function landscape({ illustrations }: Report): Sketch | null {
  const found = illustrations.find((each) => each.illustration === 'landscape');
  if (found === undefined || found.cells.length === 0) return null;
  const { cells, kept, realSamples, replicates } = found;
  const share = (wanted: Agreement) => cells.filter((cell) => agreementOf(cell) === wanted).length / cells.length;
  const better = cells.filter(({ leadingOrder }) => leadingOrder < 0);
  const best = cells.reduce((a, b) => (b.mean < a.mean ? b : a));
  const worst = cells.reduce((a, b) => (b.mean > a.mean ? b : a));
  const counts = `${cells.length} cells: the simulated sign is that of the theorem in ${percent(share('same sign'))}, the other one in ${percent(share('other sign'))}, and not decided in ${percent(share('interval covers 0'))}`;
  return {
    id: 'landscape',
    title: 'One verified round over bias and selectivity',
    caption:
      `Error after one verified round over the error of the fit to the real data, MSE(θ̂₁)/MSE(θ̂₀), for p = 1, σ = 1, ` +
      `n₀ = ${realSamples}, n₁ = ${kept}, ${replicates} replicates a cell. Purple: the round improves; orange with a cross: it makes things worse. ` +
      `The line is Δ*(r), the bias up to which a round improves to leading order; where it is missing, no bias does. ` +
      `Right: where the 95 % interval of the simulated change leaves out 0, whether its sign is that of the theorem. ` +
      `Cells where the interval covers 0 lie along the boundary, where the effect is smallest.`,
    pictures: [
      {
        spec: {
          hconcat: [{ hconcat: [ratioPanel(found, 'leadingOrder'), ratioPanel(found, 'mean')] }, signPanel(found)],
          resolve: { scale: { fill: 'independent', stroke: 'independent' } },
        },
        alternative:
          `Three maps of the error after one round over the error before, bias Δ/σ across, radius r/σ up. ${counts}. ` +
          `By the theorem the error falls in ${percent(better.length / cells.length)} of the cells. ` +
          `The best simulated change is ${change(best.mean)} at Δ/σ = ${short(best.bias)}, r/σ = ${short(best.radius)}; ` +
          `the worst ${change(worst.mean)} at Δ/σ = ${short(worst.bias)}, r/σ = ${short(worst.radius)}.`,
      },
    ],
    data: {
      header: ['Δ/σ', 'r/σ', 'theorem', 'exact', 'simulated', 'low', 'high', 'sign'],
      rows: cells.map((cell) => [
        cell.bias,
        cell.radius,
        cell.leadingOrder,
        cell.exact,
        cell.mean,
        cell.low,
        cell.high,
        agreementOf(cell),
      ]),
    },
  };
}

const change = (relative: number) => `${relative < 0 ? '−' : '+'}${percent(Math.abs(relative))}`;

function agreementOf({ leadingOrder, low, high }: Cell): Agreement {
  if (low <= 0 && high >= 0) return 'interval covers 0';
  return Math.sign(leadingOrder) === Math.sign(low) ? 'same sign' : 'other sign';
}

function ratioPanel(found: Landscape, value: 'leadingOrder' | 'mean'): Panel {
  const cells = rectangles(found.cells)
    .map((cell) => ({ ...cell, ratio: 1 + cell[value] }))
    .map((cell) => ({ ...cell, step: classes.find(({ end }) => cell.ratio <= end)?.name ?? null }));
  const first = value === 'leadingOrder';
  return mapPanel(found, cells, first ? 'Theorem 3.1, leading order' : 'Simulated', first, [
    {
      data: { values: cells },
      mark: 'rect',
      encoding: {
        ...covered,
        fill: ratio,
        // Without a stroke of its own color a rectangle shows seams.
        stroke: ratio,
      },
    },
    {
      data: { values: cells.filter(({ ratio }) => ratio > 1) },
      mark: { type: 'point', shape: 'cross', size: 14, filled: true, color: '#4a2500', opacity: 0.75 },
      encoding: centered,
    },
  ]);
}

const below = { orient: 'bottom', direction: 'horizontal' } as const;

const ratio = {
  field: 'step',
  type: 'nominal',
  scale: { domain: classes.map(({ name }) => name), range: [...diverging] },
  legend: { title: 'MSE(θ̂₁) / MSE(θ̂₀)', ...below, columns: classes.length, symbolType: 'square' },
} as const;

function signPanel(found: Landscape): Panel {
  const cells = rectangles(found.cells).map((cell) => ({ ...cell, agreement: agreementOf(cell) }));
  const sign = {
    field: 'agreement',
    type: 'nominal',
    legend: { title: 'Simulated against theorem', ...below, columns: 3 },
  } as const;
  return mapPanel(found, cells, 'Sign of the change', false, [
    {
      data: { values: cells },
      mark: 'rect',
      encoding: {
        ...covered,
        fill: { ...sign, scale: { domain: [...agreements], range: ['#b9d6ea', '#ffffff', colors.vermillion] } },
      },
    },
    {
      data: { values: cells.filter(({ agreement }) => agreement !== 'same sign') },
      mark: { type: 'point', size: 30, filled: false, strokeWidth: 1.2, color: colors.black },
      encoding: {
        ...centered,
        shape: { ...sign, scale: { domain: [...agreements], range: ['square', 'circle', CROSSED] } },
      },
    },
  ]);
}

const covered = {
  x: { field: 'left', type: 'quantitative' },
  x2: { field: 'right' },
  y: { field: 'bottom', type: 'quantitative' },
  y2: { field: 'top' },
} as const;

const centered = {
  x: { field: 'bias', type: 'quantitative' },
  y: { field: 'radius', type: 'quantitative' },
} as const;

function mapPanel(
  found: Landscape,
  cells: readonly Rectangle[],
  title: string,
  withRadius: boolean,
  layers: readonly Layer[],
): Panel {
  return {
    width: SIDE,
    height: SIDE,
    title,
    encoding: mapAxes(cells, withRadius),
    layer: [...layers, ...boundaryLayers(found)],
  };
}
