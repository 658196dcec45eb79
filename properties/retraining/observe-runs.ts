import { canonicalJson } from '../canonical-json.ts';
import type { Crew } from '../crew.ts';
import type { Journal } from '../journal.ts';
import type { Tier } from '../tier.ts';
import type { RetrainingClaim } from './claim.ts';
import type { Equipment, Laboratory, RetrainingRun } from './laboratory.ts';
import { Observatory } from './observatory.ts';
import { type FinishedRun, ofAnyLength } from './task.ts';
import { retrainingTiers } from './tier.ts';

/** What runs are done with. */
export interface ObserveOptions {
  readonly tier: Tier;
  readonly equipment: Equipment;
  readonly laboratory: Laboratory;
  readonly journal: Journal;
  readonly crew: Crew;
  /** Called when a run is done. */
  readonly onRun?: () => void;
}

/** Gives the runs that decisions about some claims ask for: from the journal where they are done, else by the crew. */
export function observeRuns(
  claims: readonly RetrainingClaim[],
  { tier, equipment, laboratory, journal, crew, onRun }: ObserveOptions,
): (run: RetrainingRun) => Promise<FinishedRun> {
  const longest = longestRounds(claims, tier);
  const observatory = new Observatory(async (run) => {
    // All else waits for whole runs, the long ones first; every decision needs its first replicates.
    const rank = [0, run.replicate, -run.rounds];
    const finished = await journal.resultOf(run, () => crew.submit({ run, equipment }, rank));
    // A longer run goes on from the state that this one left; after the longest nobody does.
    if (run.rounds >= longest.get(canonicalJson(run.arm))!) await crew.checkpoints.remove(ofAnyLength(run));
    onRun?.();
    return finished;
  });
  return async (run) => {
    const finished = await observatory.observe(asDone(run, laboratory));
    const reads = run.mutant === null ? undefined : laboratory.reads(run.mutant);
    return reads === undefined ? finished : misread(finished, reads);
  };
}

/** The run that is done for one that is asked for: that of the paper's world where a mutant's mistake is not in the run. */
export function asDone(run: RetrainingRun, laboratory: Pick<Laboratory, 'shows' | 'reads'>): RetrainingRun {
  const { mutant, arm } = run;
  if (mutant === null) return run;
  const differs = laboratory.reads(mutant) === undefined && laboratory.shows(mutant, arm);
  return differs ? run : { ...run, mutant: null };
}

function misread(
  { curve, milliseconds }: FinishedRun,
  reads: NonNullable<ReturnType<Laboratory['reads']>>,
): FinishedRun {
  return { curve: { ...curve, rounds: curve.rounds.map(reads) }, milliseconds };
}

/** The rounds that an arm may be asked for at most. */
function longestRounds(claims: readonly RetrainingClaim[], tier: Tier): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  for (const { arm, rounds } of claims.flatMap(({ arms }) => Object.values(arms))) {
    const key = canonicalJson(arm);
    longest.set(key, Math.max(longest.get(key) ?? 0, retrainingTiers[tier.name].rounds[rounds]));
  }
  return longest;
}
