import type { Curve } from '../../../../sim/verified-retraining/vae/index.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { CurveRecord } from '../../evidence/evidence.ts';
import type { RetrainingRun } from './laboratory.ts';

/** A run of the paper's world that a decision used. */
export interface UsedRun {
  readonly run: RetrainingRun;
  readonly curve: Curve;
}

/** The curves that decisions used, each arm of a replicate once and as far as any decision looked at it, in the order of their first use. */
export function curveRecords(used: readonly UsedRun[]): CurveRecord[] {
  const records = new Map<string, CurveRecord>();
  for (const { run, curve } of used) {
    const { digits, setting, arm, replicate } = run;
    const key = canonicalJson([digits, setting, arm, replicate]);
    const known = records.get(key);
    if (known === undefined || known.rounds.length < curve.rounds.length) {
      records.set(key, { type: 'curve', digits, setting, arm, replicate, ...curve });
    }
  }
  return [...records.values()];
}
