import { deserialize } from 'node:v8';
import { canonicalJson } from '../canonical-json.ts';
import type { Crew } from '../crew.ts';
import { Store, type StoreAddress } from '../store.ts';
import type { Tier } from '../tier.ts';
import type { RetrainingClaim } from './claim.ts';
import type { Equipment, Laboratory, RetrainingRun } from './laboratory.ts';
import { Observatory } from './observatory.ts';
import type { FinishedRun } from './task.ts';
import { retrainingTiers } from './tier.ts';

/** What runs are done with. */
export interface ObserveOptions {
  readonly tier: Tier;
  readonly equipment: Equipment;
  readonly laboratory: Laboratory;
  readonly store: StoreAddress;
  readonly crew: Crew;
  /** Called when a run is done. */
  readonly onRun?: () => void;
}

/** Gives the runs that decisions about some claims ask for: from the store where they are done, else by the crew. */
export function observeRuns(
  claims: readonly RetrainingClaim[],
  { tier, equipment, laboratory, store: address, crew, onRun }: ObserveOptions,
): (run: RetrainingRun) => Promise<FinishedRun> {
  const store = new Store(address);
  const longest = longestRounds(claims, tier);
  const observatory = new Observatory(async (run) => {
    const extendable = run.rounds < longest.get(canonicalJson(run.arm))!;
    // All else waits for whole runs, the long ones first; every decision needs its first replicates.
    const rank = [0, run.replicate, -run.rounds];
    const stored = store.load(run, 'result');
    const finished: FinishedRun =
      stored === undefined
        ? await crew.submit({ run, equipment, store: address, extendable }, rank)
        : deserialize(stored);
    onRun?.();
    return finished;
  });
  return async (run) => {
    if (run.mutant === null) return observatory.observe(run);
    const reads = laboratory.reads(run.mutant);
    if (reads !== undefined) return misread(await observatory.observe({ ...run, mutant: null }), reads);
    return observatory.observe(laboratory.shows(run.mutant, run.arm) ? run : { ...run, mutant: null });
  };
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
