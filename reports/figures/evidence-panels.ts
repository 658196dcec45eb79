import type { TopLevelSpec } from 'vega-lite';
import type { TraceReport } from '../model/traces.ts';
import { legend } from './legend.ts';
import { type LogAxis, logAxis } from './log-axis.ts';
import { shortened } from './shortened.ts';
import type { Layer } from './specification.ts';
import { colors } from './theme.ts';

/** The range of shares of the threshold that is drawn; shares beyond it are drawn at its edge. */
export const SHOWN = { low: -0.5, high: 1.3 };

/** Longest name that stands over a panel. */
const LONGEST = 26;

/** Room for a mark at the edge, so that it does not stand over the panel. */
const MARK = 0.15;

/** A panel for each claim, in the order of `claims`; traces of other claims are left out. */
export function evidencePanels(traces: readonly TraceReport[], claims: readonly string[]): TopLevelSpec {
  const axis = logAxis([1, ...traces.map(({ replicates }) => replicates.at(-1)!)]);
  const thresholds = claims.map((claim) => ({ ...panelOf(claim, claims), side: 'threshold', share: 1 }));
  const grown = traces
    .filter(({ claim }) => claims.includes(claim))
    .flatMap((trace, line) => valuesOf(trace, line, claims));
  return {
    vconcat: [
      {
        data: { values: [...thresholds, ...grown] },
        facet: {
          field: 'panel',
          type: 'nominal',
          title: null,
          sort: { field: 'order', op: 'min' },
          header: { labelFontSize: 10, labelPadding: 2 },
        },
        columns: 5,
        spacing: { row: 12, column: 18 },
        spec: { width: 155, height: 70, layer: layersOf(axis) },
      },
      legend(keys, 3),
    ],
  };
}

const ends = {
  supported: { shape: 'circle', color: colors.blue, filled: true },
  refuted: { shape: 'M-1,-1L1,1M1,-1L-1,1', color: colors.vermillion, filled: false },
  undecided: { shape: 'diamond', color: colors.black, filled: false },
} as const;

const sides = {
  support: { color: colors.blue, dash: [1, 0] },
  refute: { color: colors.vermillion, dash: [4, 2] },
} as const;

const thresholdLook = { color: colors.black, dash: [2, 2] } as const;

const keys = [
  { name: 'evidence for support', line: sides.support },
  { name: 'evidence for refutation', line: sides.refute },
  { name: 'threshold: ln 1/α', line: thresholdLook },
  ...Object.entries(ends).map(([name, look]) => ({ name, points: [look] })),
];

function valuesOf(
  { claim, replicates, support, refute, threshold, verdict }: TraceReport,
  line: number,
  order: readonly string[],
) {
  const panel = { ...panelOf(claim, order), line };
  const share = (value: number, needed: number) => Math.min(SHOWN.high, Math.max(SHOWN.low, value / needed));
  const pointsOf = (side: keyof typeof sides, evidenceFor: readonly number[]) =>
    evidenceFor.map((value, at) => ({
      ...panel,
      side,
      replicates: replicates[at]!,
      share: share(value, threshold[side]),
    }));
  const deciding = verdict === 'refuted' ? pointsOf('refute', refute) : pointsOf('support', support);
  const end = { ...deciding.at(-1)!, side: verdict };
  return [...pointsOf('support', support), ...pointsOf('refute', refute), end].filter((value) => value.replicates >= 1);
}

/** The panel of a claim: a name of its own, short enough to stand above it. */
function panelOf(claim: string, order: readonly string[]) {
  const alike = order.filter((id) => shortened(id, LONGEST) === shortened(claim, LONGEST));
  const panel =
    alike.length === 1 ? shortened(claim, LONGEST) : `${shortened(claim, LONGEST - 3)} ${alike.indexOf(claim) + 1}`;
  return { panel, order: order.indexOf(claim) };
}

function layersOf({ scale, ticks }: LogAxis): Layer[] {
  const axis = { labelFontSize: 10, titleFontSize: 10 };
  const shown = [SHOWN.low - MARK, SHOWN.high + MARK];
  const shares = [0, 0.5, 1];
  const x = {
    field: 'replicates',
    type: 'quantitative',
    title: 'observations',
    scale,
    axis: { ...axis, values: ticks, grid: false, format: '~s' },
  } as const;
  const y = {
    field: 'share',
    type: 'quantitative',
    title: 'ln e / ln 1/α',
    scale: { domain: shown, nice: false },
    axis: { ...axis, values: shares, format: '~g' },
  } as const;
  const only = (side: string) => [{ filter: { field: 'side', equal: side } }];
  return [
    {
      transform: only('threshold'),
      mark: { type: 'rule', color: thresholdLook.color, strokeDash: [...thresholdLook.dash], strokeWidth: 1 },
      encoding: { y },
    },
    ...Object.entries(sides).map(
      ([side, { color, dash }]): Layer => ({
        transform: only(side),
        mark: { type: 'line', strokeWidth: 1.4, color, strokeDash: [...dash] },
        encoding: { x, y, detail: { field: 'line', type: 'nominal' } },
      }),
    ),
    ...Object.entries(ends).map(
      ([verdict, look]): Layer => ({
        transform: only(verdict),
        mark: { type: 'point', ...look, size: 36, opacity: 1 },
        encoding: { x, y },
      }),
    ),
  ];
}
