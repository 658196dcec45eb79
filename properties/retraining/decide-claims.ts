import type { DrawRecord, EvidenceRecord, MutantRecord } from '../evidence.ts';
import type { Tier } from '../tier.ts';
import { retrainingErrorsOf } from './budget.ts';
import type { RetrainingClaim } from './claim.ts';
import { curveRecords, type UsedRun } from './curve-records.ts';
import type { RetrainingRun } from './laboratory.ts';
import type { Population } from './population.ts';
import { populationsOf } from './population.ts';
import type { FinishedRun } from './task.ts';
import { attackPopulations, verifyPopulation } from './verify.ts';

/** What retraining claims are decided with. */
export interface DecideOptions {
  readonly seed: number;
  readonly tier: Tier;
  readonly digits: readonly Population['digits'][];
  readonly observe: (run: RetrainingRun) => Promise<FinishedRun>;
  /** Called when a population of a claim or a mutant is decided. */
  readonly onDecided?: (claim: string, record: DrawRecord | MutantRecord) => void;
}

/** Decides all claims and their mutants at once, as curves come in; the records by claim, and the curves they rest on. */
export async function decideClaims(
  claims: readonly RetrainingClaim[],
  { seed, tier, digits, observe, onDecided }: DecideOptions,
): Promise<{
  readonly records: ReadonlyMap<string, readonly EvidenceRecord[]>;
  readonly curves: readonly EvidenceRecord[];
}> {
  const errors = retrainingErrorsOf(tier);
  const decided = claims.map(async (claim) => {
    const populations = populationsOf(claim, tier, digits);
    const options = { seed, tier, errors, populations, observe };
    const used = populations.map((): UsedRun[] => []);
    const told = async <R extends DrawRecord | MutantRecord>(decision: Promise<R>) => {
      const record = await decision;
      onDecided?.(claim.id, record);
      return record;
    };
    const records = await Promise.all([
      ...populations.map((_, index) =>
        told(
          verifyPopulation(claim, index, {
            ...options,
            onUse: (run, { curve }) => used[index]!.push({ run, curve }),
          }),
        ),
      ),
      ...claim.mutants.map((mutant) => told(attackPopulations(claim, mutant, options))),
    ]);
    return { id: claim.id, records, used: used.flat() };
  });
  const all = await Promise.all(decided);
  return {
    records: new Map(all.map(({ id, records }) => [id, records])),
    curves: curveRecords(all.flatMap(({ used }) => used)),
  };
}
