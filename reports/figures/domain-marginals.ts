import type { TopLevelSpec } from 'vega-lite';
import type { SampleSummary } from '../model/samples.ts';
import { logAxis } from './log-axis.ts';
import { labels } from './pixel-marks.ts';
import { shortened } from './shortened.ts';
import type { Layer, Panel } from './specification.ts';
import { colors, WIDTH } from './theme.ts';

const ROW = 14;
const NAMES = 232;
const GAP = 16;
const LONGEST = 36;

/**
 * A row for each claim, a column for each quantity; claims whose settings have none are left out.
 * @param logarithmic quantities that are shown on a logarithmic axis
 */
export function marginalsPicture(
  samples: readonly SampleSummary[],
  claims: readonly string[],
  logarithmic: readonly string[],
): TopLevelSpec {
  const rows = claims.filter((id) => samples.some(({ marginals }) => marginals.some(({ claim }) => claim === id)));
  const width = Math.floor((WIDTH - NAMES - 32) / samples.length) - GAP;
  return {
    hconcat: samples.map((sample, at) =>
      panelOf(sample, rows, { width, first: at === 0, isLogarithmic: logarithmic.includes(sample.quantity) }),
    ),
    spacing: GAP,
  };
}

function panelOf(
  { symbol, marginals }: SampleSummary,
  rows: readonly string[],
  { width, first, isLogarithmic }: { readonly width: number; readonly first: boolean; readonly isLogarithmic: boolean },
): Panel {
  const values = marginals.map(({ claim, quantiles: [least, lower, median, upper, greatest] }) => ({
    row: rows.indexOf(claim) + 0.5,
    least,
    lower,
    median,
    upper,
    greatest,
  }));
  const log = isLogarithmic ? logAxis(values.flatMap(({ least, greatest }) => [least, greatest])) : null;
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      title: symbol,
      scale: log?.scale ?? ({ type: 'linear', nice: true, zero: true } as const),
      axis: {
        orient: 'top',
        labelFontSize: 10,
        tickCount: 3,
        format: '~g',
        ...(log === null ? {} : { values: log.ticks }),
      },
    }) as const;
  const downwards = [rows.length, 0];
  const y = {
    field: 'row',
    type: 'quantitative',
    scale: { domain: downwards, nice: false },
    axis: null,
  } as const;
  const data = { values };
  const layers: Layer[] = [
    {
      data,
      mark: { type: 'rule', color: colors.blue, strokeWidth: 1 },
      encoding: { x: x('least'), x2: { field: 'greatest' }, y },
    },
    {
      data,
      mark: { type: 'rule', color: colors.blue, strokeWidth: 5, opacity: 0.45 },
      encoding: { x: x('lower'), x2: { field: 'upper' }, y },
    },
    {
      data,
      mark: { type: 'point', filled: true, color: colors.black, size: 16, opacity: 1 },
      encoding: { x: x('median'), y },
    },
  ];
  const names = labels(
    rows.map((id, row) => ({ x: -8, y: (row + 0.5) * ROW, text: shortened(id, LONGEST) })),
    { align: 'right' },
  );
  return { width, height: ROW * rows.length, layer: first ? [...layers, names] : layers };
}
