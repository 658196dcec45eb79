import { equipmentOf } from '../verified-retraining/vae/equipment.ts';
import { isHeldIn } from '../verified-retraining/vae/population.ts';
import { type Claim, isRetraining } from './claim.ts';
import type { EvidenceRecord } from './evidence/evidence.ts';
import { inEvidenceOrder } from './evidence/evidence-order.ts';
import { runRecord } from './evidence/run-record.ts';
import type { Task } from './kinds/drawn-settings/plan.ts';
import { illustrate } from './kinds/figure-data/illustrate.ts';
import { decideClaims } from './kinds/replicated-runs/decide-claims.ts';
import { type Equipment, openLaboratory } from './kinds/replicated-runs/laboratory.ts';
import { observeRuns } from './kinds/replicated-runs/observe-runs.ts';
import { shardOfPlan } from './plan/run-plan.ts';
import { type Shard, wholeRun } from './plan/shard.ts';
import { type CheckpointsAddress, withTemporaryCheckpoints } from './pool/checkpoints.ts';
import { type Crew, openCrew } from './pool/crew.ts';
import { type Journal, noJournal } from './pool/journal.ts';
import type { Tier } from './tier.ts';

/** What to run, and on how many worker threads; 0 runs everything in this thread (for coverage and debuggers). */
export interface RunOptions {
  readonly claims: readonly Claim[];
  readonly seed: number;
  readonly tier: Tier;
  readonly workers: number;
  /** The part of the run that is done here; all of it when absent. */
  readonly shard?: Shard;
  /** What retraining claims work with; the default of the tier when absent. */
  readonly equipment?: Equipment;
  /** Where finished work is kept, and found by a run that goes on from this one. Nothing is kept when absent. */
  readonly journal?: Journal;
  /** Where half-done work is kept, and found by a run that goes on from this one; gone with the run when absent. */
  readonly checkpoints?: CheckpointsAddress;
  /** Opens what does the work; a crew of `workers` when absent. The run disposes of it. */
  readonly openCrew?: (checkpoints: CheckpointsAddress) => Crew;
  readonly onProgress?: Progress;
  /** Ends the run when it is aborted: its workers are ended, and what is finished stays in the journal. */
  readonly signal?: AbortSignal;
}

/** Told of what is done, in any order. */
export interface Progress {
  /** Part of a claim is decided: some of its draws, or a mutant of it. */
  decided(claim: string, records: readonly EvidenceRecord[]): void;
  /** A retraining run is done. Nobody knows how many there will be. */
  retrained(): void;
}

/**
 * Runs claims and returns the evidence, claim by claim in their order, then the curves that it rests on and the illustrations, as
 * inEvidenceOrder has them: the same, but for times, for any number of workers and however often it was interrupted. Of a shard, the run
 * and the records of its part of the plan.
 * @throws DataError when the digits cannot be had, OutputError when what is kept cannot be written, WorkerDeath when no worker outlives some
 * work, and the reason of the signal when that is aborted.
 */
export async function run(options: RunOptions): Promise<EvidenceRecord[]> {
  const goOnFrom = (checkpoints: CheckpointsAddress) => runFrom(checkpoints, options);
  return options.checkpoints === undefined ? withTemporaryCheckpoints(goOnFrom) : goOnFrom(options.checkpoints);
}

async function runFrom(checkpoints: CheckpointsAddress, options: RunOptions): Promise<EvidenceRecord[]> {
  const { claims, seed, tier, workers, shard = wholeRun, onProgress, signal, journal = noJournal } = options;
  const retraining = claims.filter(isRetraining).filter((claim) => isHeldIn(claim, tier));
  const equipment = options.equipment ?? equipmentOf(tier);
  const laboratory = retraining.length === 0 ? undefined : await openLaboratory(equipment);
  const plan = shardOfPlan(claims, shard, { seed, tier, laboratory });
  const deciding = retraining.filter(({ id }) => plan.decisions.some(({ claim }) => claim === id));
  const crew = options.openCrew?.(checkpoints) ?? openCrew(workers, checkpoints);
  try {
    const decided = Promise.all([
      performTasks(plan.tasks, { onProgress, journal, crew }),
      laboratory &&
        decideClaims(deciding, {
          seed,
          tier,
          digits: equipment.digits,
          decisions: plan.decisions,
          observe: observeRuns(deciding, {
            tier,
            equipment,
            laboratory,
            journal,
            crew,
            onRun: () => onProgress?.retrained(),
          }),
          onDecided: (claim, record) => onProgress?.decided(claim, [record]),
        }),
      illustrate(plan.illustrations, { seed, tier, journal, crew }),
    ]);
    const [drawn, retrained, illustrations] = await unlessAborted(decided, signal);
    const record = runRecord(claims, seed, tier, laboratory, shard);
    return inEvidenceOrder(record, [record, ...drawn, ...(retrained ?? []), ...illustrations]);
  } finally {
    await crew.dispose();
  }
}

/** What is promised, unless the signal is aborted first. @throws the reason of the signal. */
function unlessAborted<T>(promised: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    if (signal?.aborted) reject(signal.reason);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([promised, aborted]);
}

/** Does tasks of claims that draw their settings; the records in their order. */
async function performTasks(
  tasks: readonly Task[],
  { onProgress, journal, crew }: { onProgress: Progress | undefined; journal: Journal; crew: Crew },
): Promise<EvidenceRecord[]> {
  const done = await Promise.all(
    tasks.map(async (task, place) => {
      // Draws fill the time in which retraining waits for its decisions; claim by claim, so that progress is seen.
      const records = await journal.resultOf(task, () => crew.submit(task, [1, place]));
      onProgress?.decided(task.claim, records);
      return records;
    }),
  );
  return done.flat();
}
