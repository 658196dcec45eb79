import { canonicalJson } from '../../properties/engine/canonical-json.ts';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { type CurveRecord, isCurve } from '../../properties/engine/kinds/replicated-runs/curve-record.ts';

/** A metric after a round, over replicates. The band is one standard deviation to each side: how far single runs lie apart. */
export interface CurvePoint {
  readonly round: number;
  readonly replicates: number;
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** An arm on one population, over its replicates. */
export interface CurveSummary {
  /** The population: as data, and as people read it. */
  readonly population: Readonly<Record<string, string>>;
  readonly populationName: string;
  /** The arm: as data, and in words. */
  readonly arm: unknown;
  readonly armText: string;
  /** By metric, in the order in which the rounds first have them; a metric that fewer than two replicates observed is absent. */
  readonly metrics: Readonly<Record<string, readonly CurvePoint[]>>;
}

/** The arms that have two replicates at least, in a fixed order: one run has no band. */
export function summarizeCurves(records: readonly EvidenceRecord[]): CurveSummary[] {
  const groups = new Map<string, CurveRecord[]>();
  for (const record of records) {
    if (!isCurve(record)) continue;
    const key = JSON.stringify([canonicalJson(record.population), record.armText, canonicalJson(record.arm)]);
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
  const [{ population, populationName, arm, armText }] = curves as [CurveRecord];
  const metrics = metricsOf(curves).map((metric) => [metric, pointsOf(curves, metric)] as const);
  return {
    population,
    populationName,
    arm,
    armText,
    metrics: Object.fromEntries(metrics.filter(([, points]) => points.length > 0)),
  };
}

/** What the curves observe by round. */
function metricsOf(curves: readonly CurveRecord[]): string[] {
  const fields = new Set(curves.flatMap(({ rounds }) => rounds.flatMap((round) => Object.keys(round))));
  fields.delete('round');
  return [...fields];
}

/**
 * A metric by round, over the replicates that were observed all the way: to the last round that two of them reached. Every round has the
 * same replicates, so that no step of a curve comes from a change of replicates.
 */
function pointsOf(curves: readonly CurveRecord[], metric: string): CurvePoint[] {
  const observed = curves.map(({ rounds }) =>
    rounds.flatMap((round) => (Object.hasOwn(round, metric) ? [round[metric]!] : [])),
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
