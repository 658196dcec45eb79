import type { CurveRecord, EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { armText } from '../../properties/verified-retraining/vae/arm-text.ts';
import type { Population } from '../../properties/verified-retraining/vae/population.ts';

/** What is observed by round, and summarized over replicates. */
export const curveMetrics = [
  'frechet',
  'frechetToReference',
  'classVariance',
  'slant',
  'ink',
  'classifierFrechet',
  'negativeElbo',
  'labelAccuracy',
  'precision',
  'recall',
] as const satisfies readonly (keyof CurveRecord['rounds'][number])[];

/** A metric of RoundMetrics. */
export type CurveMetric = (typeof curveMetrics)[number];

/** A metric after a round, over replicates. The band is one standard deviation to each side: how far single runs lie apart. */
export interface CurvePoint {
  readonly round: number;
  readonly replicates: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** An arm on one kind of digits and one setting, over its replicates. */
export interface CurveSummary extends Population {
  readonly arm: CurveRecord['arm'];
  /** The arm in words. */
  readonly text: string;
  /** By metric; a metric that fewer than two replicates observed is absent. */
  readonly metrics: Partial<Readonly<Record<CurveMetric, readonly CurvePoint[]>>>;
}

/** The arms that have two replicates at least, in a fixed order: one run has no band. */
export function summarizeCurves(records: readonly EvidenceRecord[]): CurveSummary[] {
  const groups = new Map<string, CurveRecord[]>();
  for (const record of records) {
    if (record.type !== 'curve') continue;
    const key = JSON.stringify([record.digits, record.setting, armText(record.arm)]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, group]) => summarize(group))
    .filter(({ metrics }) => Object.keys(metrics).length > 0);
}

function summarize(unordered: readonly CurveRecord[]): CurveSummary {
  // Sums in one order, so that shards of a run give the same bits in any order.
  const curves = unordered.toSorted((a, b) => a.replicate - b.replicate);
  const [{ digits, setting, arm }] = curves as [CurveRecord];
  const metrics = curveMetrics.map((metric) => [metric, pointsOf(curves, metric)] as const);
  return {
    digits,
    setting,
    arm,
    text: armText(arm),
    metrics: Object.fromEntries(metrics.filter(([, points]) => points.length > 0)),
  };
}

/**
 * A metric by round, over the replicates that were observed all the way: to the last round that two of them reached. Every round has the
 * same ones, so that no step of a curve comes from a change of company.
 */
function pointsOf(curves: readonly CurveRecord[], metric: CurveMetric): CurvePoint[] {
  const observed = curves.map(({ rounds }) =>
    rounds.map((round) => round[metric]).filter((value) => value !== undefined),
  );
  const [, reached = 0] = observed.map(({ length }) => length).toSorted((a, b) => b - a);
  const replicates = observed.filter(({ length }) => length >= reached);
  return Array.from({ length: reached }, (_, round) => {
    const values = replicates.map((each) => each[round]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const deviation = Math.sqrt(squares / (values.length - 1));
    return { round, replicates: values.length, mean, low: mean - deviation, high: mean + deviation };
  });
}
