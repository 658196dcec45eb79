import { retrainingTiers } from '../../../verified-retraining/vae/tier.ts';
import { canonicalJson } from '../../canonical-json.ts';
import type { Crew } from '../../pool/crew.ts';
import type { Journal } from '../../pool/journal.ts';
import type { Tier } from '../../tier.ts';
import type { RetrainingClaim } from './claim.ts';
import type { Equipment, Laboratory, RetrainingRun } from './laboratory.ts';
import { Observatory } from './observatory.ts';
import { type FinishedRun, ofAnyLength } from './task.ts';

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
  const longest = longestRounds(claims, tier, laboratory);
  const observatory = new Observatory(async (run) => {
    // All else waits for whole runs, the long ones first; every decision needs its first replicates.
    const rank = [0, run.replicate, -run.rounds];
    const finished = await journal.resultOf(run, () => crew.submit({ run, equipment }, rank));
    // A longer run goes on from the state that this one left; after the longest nobody does.
    if (run.rounds >= longest.get(canonicalJson([run.mutant, run.arm]))!)
      await crew.checkpoints.remove(ofAnyLength(run));
    onRun?.();
    return finished;
  });
  return async (run) => {
    const finished = await observatory.observe(asDone(run, laboratory));
    const reads = run.mutant === null ? undefined : laboratory.reads(run.mutant);
    return reads === undefined ? finished : misread(finished, reads);
  };
}

/** The run that is done for one that is asked for: the simplest that has its curve, of the paper's world where a mutant only misreads it. */
export function asDone(run: RetrainingRun, laboratory: Pick<Laboratory, 'sameAs' | 'reads'>): RetrainingRun {
  const misread = run.mutant !== null && laboratory.reads(run.mutant) !== undefined;
  const retrained = misread ? { ...run, mutant: null } : run;
  return { ...retrained, ...laboratory.sameAs(retrained) };
}

function misread(
  { curve, milliseconds }: FinishedRun,
  reads: NonNullable<ReturnType<Laboratory['reads']>>,
): FinishedRun {
  return { curve: { ...curve, rounds: curve.rounds.map(reads) }, milliseconds };
}

/** The rounds that an arm may be asked for at most, in the paper's world or a mutant's. */
function longestRounds(
  claims: readonly RetrainingClaim[],
  tier: Tier,
  { sameAs }: Laboratory,
): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  const courses = claims.flatMap(({ arms, mutants }) =>
    [null, ...mutants].flatMap((mutant) =>
      Object.values(arms).map(({ arm, rounds: length }) => {
        const rounds = retrainingTiers[tier.name].rounds[length];
        return { ...sameAs({ arm, mutant, replicate: 0, rounds }), rounds };
      }),
    ),
  );
  for (const { arm, mutant, rounds } of courses) {
    const key = canonicalJson([mutant, arm]);
    longest.set(key, Math.max(longest.get(key) ?? 0, rounds));
  }
  return longest;
}
