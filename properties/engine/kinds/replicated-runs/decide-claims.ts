import type { Population } from '../../../verified-retraining/vae/population.ts';
import { populationsOf } from '../../../verified-retraining/vae/population.ts';
import type { DrawRecord, EvidenceRecord, MutantRecord } from '../../evidence/evidence.ts';
import type { Tier } from '../../tier.ts';
import { retrainingErrorsOf } from './budget.ts';
import type { RetrainingClaim } from './claim.ts';
import { curveRecords, type UsedRun } from './curve-records.ts';
import type { Decision } from './decision.ts';
import type { RetrainingRun } from './laboratory.ts';
import type { FinishedRun } from './task.ts';
import { attackPopulations, verifyPopulation } from './verify.ts';

/** What retraining claims are decided with. */
export interface DecideOptions {
  readonly seed: number;
  readonly tier: Tier;
  readonly digits: readonly Population['digits'][];
  /** Which of their decisions are taken: all of them, unless others are taken elsewhere. */
  readonly decisions: readonly Decision[];
  readonly observe: (run: RetrainingRun) => Promise<FinishedRun>;
  /** Called when a population of a claim or a mutant is decided. */
  readonly onDecided?: (claim: string, record: DrawRecord | MutantRecord) => void;
}

/** Takes decisions about claims and their mutants all at once, as curves come in; their records, claim by claim, then the curves they rest on. */
export async function decideClaims(
  claims: readonly RetrainingClaim[],
  { seed, tier, digits, decisions, observe, onDecided }: DecideOptions,
): Promise<EvidenceRecord[]> {
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
    const decide = (decision: Decision) => {
      if ('mutant' in decision) return told(attackPopulations(claim, decision.mutant, options));
      const { draw } = decision;
      const onUse = (run: RetrainingRun, { curve }: FinishedRun) => used[draw]!.push({ run, curve });
      return told(verifyPopulation(claim, draw, { ...options, onUse }));
    };
    const records = await Promise.all(decisions.filter((each) => each.claim === claim.id).map(decide));
    return { records, used: used.flat() };
  });
  const all = await Promise.all(decided);
  return [...all.flatMap(({ records }) => records), ...curveRecords(all.flatMap(({ used }) => used))];
}
