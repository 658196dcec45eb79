import { requireSoundSuite } from '../../properties/engine/check-links.ts';
import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { planRun, type RunPlan } from '../../properties/engine/plan/run-plan.ts';
import { openPool, type WorkerPool } from '../../properties/engine/pool/worker-pool.ts';
import type { RedisAddress } from '../../properties/engine/queue/address.ts';
import { run } from '../../properties/engine/run.ts';
import { digestsBelow } from '../../properties/engine/sources/repository.ts';
import { localOptions, tierOf } from '../../properties/engine/suite-content.ts';
import { withDefaults } from '../../properties/engine/suite-options.ts';
import { buildReport } from '../../reports/model/build-report.ts';
import { buildShardReport } from '../../reports/model/shard-report.ts';
import { outputsOf } from '../../reports/outputs.ts';
import { claimDirectory } from '../out-directory.ts';
import { progressOn } from '../progress/progress.ts';
import { interruptible } from '../resume/interruption.ts';
import { resumable } from '../resume/resumable.ts';
import { resumed } from '../resume/resume.ts';
import { runHeader } from '../resume/run-header.ts';
import { openUnfinished, type Unfinished } from '../resume/unfinished.ts';
import { type LoadedSuite, loadAll, type Suites } from '../suites.ts';
import { UsageError } from '../usage.ts';
import { chooseClaims } from './choose-claims.ts';
import { coverageIn } from './coverage-file.ts';
import { publish } from './publish.ts';
import type { VerifyCommand } from './verify-command.ts';

/**
 * Verifies claims, writes the report, prints the table; returns the exit code of the verdict.
 * @throws DataError, before anything is run, when data cannot be had.
 */
export async function verify(suites: Suites, given: VerifyCommand): Promise<number> {
  const { resume, discard = false } = given;
  const begun = resume === undefined ? undefined : resumed(suites.all, resume, given);
  const listed = begun?.listed ?? suites.chosen;
  const command = begun?.command ?? { ...given, options: withDefaults(listed.options, given.options) };
  const loaded = await loadAll(listed);
  const { suite } = loaded;
  requireSoundSuite(suite);
  const { seed, claim, out, shard, options } = command;
  const plan = await planRun({
    suite,
    claims: chooseClaims(suite, claim),
    seed,
    tier: tierOf(suite, command.tier),
    options,
    ...(shard === undefined ? {} : { shard }),
  });
  refuseNothing(plan.record);
  claimDirectory(out);
  const beginning = { resume: resume !== undefined, discard };
  const unfinished = openUnfinished(out, runHeader(command, plan), beginning);
  try {
    return await carriedOut(plan, command, loaded, unfinished);
  } catch (error) {
    unfinished.close();
    throw resumable(error, out);
  }
}

/** Carries out a run, writes its report and removes what is kept of the run. */
async function carriedOut(
  plan: RunPlan,
  { out, workers, queue }: VerifyCommand,
  { suite, reports }: LoadedSuite,
  { journal, checkpoints, notice, remove }: Unfinished,
): Promise<number> {
  const coverage = coverageIn(out, digestsBelow(suite.codeRoots));
  const notices = plan.work.flatMap((work) => work.plan.notices);
  for (const line of [...notices, notice, coverage.notice]) if (line !== undefined) process.stderr.write(`${line}\n`);
  const progress = progressOn(process.stderr, plan);
  const toReport = async (signal?: AbortSignal) => {
    const inPool = (pool: WorkerPool) =>
      run(plan, { pool, journal, onProgress: progress, signal }).finally(() => pool.dispose());
    const running =
      queue === undefined
        ? inPool(openPool(workers, { suite, checkpoints, local: localOptions(suite, plan.options) }))
        : inQueue(queue, plan, inPool);
    const evidence = await running.finally(progress.stop);
    const records = [...evidence, ...coverage.records];
    const { shard, record: whole, here } = plan;
    const report =
      shard.count === 1
        ? buildReport(records, suite, { reports })
        : buildShardReport(records.slice(1), suite, { shard, whole, here }, { reports });
    const outputs = await outputsOf(report, records, { directory: out, reports });
    signal?.throwIfAborted();
    const exitCode = publish(report, outputs, out);
    remove();
    return exitCode;
  };
  // Without workers, this thread would notice an interruption only between two tasks. The system ends the process at once.
  return workers === 0 && queue === undefined ? toReport() : interruptible(toReport);
}

/**
 * Hands the work of a run to all workers that take it from a queue.
 * @throws DataError when Redis cannot be reached; QueueFailure when it went away, and for work that no worker could do.
 */
async function inQueue<T>(queue: RedisAddress, plan: RunPlan, use: (pool: WorkerPool) => Promise<T>): Promise<T> {
  const { withQueuePool } = await import('../../properties/engine/queue/queue-pool.ts');
  return withQueuePool(queue, plan, (pool) => {
    process.stderr.write(
      `the work is done by \`npm run claimcheck -- work --queue ${queue.shown}\`, on any machines\n`,
    );
    return use(pool);
  });
}

/** Refuses a run without a claim that is said to hold in its tier: the run would verify nothing, and be called supported. @throws UsageError with the reasons. */
function refuseNothing({ claims, leftOut, tier }: RunRecord): void {
  if (claims.length > 0) return;
  const reasons = leftOut.flatMap(({ claim, excluded }) =>
    excluded.map(({ setting, reason }) => `${claim} is not said to hold on ${setting} (${reason})`),
  );
  throw new UsageError(`--claim: nothing to verify in the ${tier} tier: ${reasons.join('; ')}`);
}
