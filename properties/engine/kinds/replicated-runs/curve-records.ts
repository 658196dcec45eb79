import { canonicalJson } from '../../canonical-json.ts';
import type { Curve, CurveRecord, Round } from './curve-record.ts';
import { REPLICATED_RUNS } from './description.ts';
import type { ReplicatedDesign, ReplicatedRun } from './design.ts';

/** A run of the suite's own world that a decision used. */
export interface UsedRun {
  readonly run: ReplicatedRun;
  readonly curve: Curve;
}

/** The curves that decisions used, in the order of their first use. Each arm of a replicate is there once, as far as any decision looked at it. */
export function curveRecords(
  used: readonly UsedRun[],
  { populationName, armText }: Pick<ReplicatedDesign, 'populationName' | 'armText'>,
): CurveRecord[] {
  const records = new Map<string, CurveRecord>();
  for (const { run, curve } of used) {
    const { population, arm, replicate } = run;
    const key = canonicalJson([population, arm, replicate]);
    const known = records.get(key);
    if (known === undefined || known.rounds.length < curve.rounds.length) {
      records.set(key, {
        type: 'observation',
        kind: REPLICATED_RUNS,
        population,
        populationName: populationName(population),
        arm,
        armText: armText(arm),
        replicate,
        ...(curve as Curve<Readonly<Record<string, number>> & Round>),
      });
    }
  }
  return [...records.values()];
}
