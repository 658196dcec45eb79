import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { runRecord } from '../../properties/engine/evidence/run-record.ts';
import { type RunPlan, shardOfPlan } from '../../properties/engine/plan/run-plan.ts';
import { type Shard, wholeRun } from '../../properties/engine/plan/shard.ts';
import { runOfShard } from '../../properties/engine/plan/shard-run.ts';
import type { RedisAddress } from '../../properties/engine/queue/address.ts';
import { run } from '../../properties/engine/run.ts';
import { type Tier, tiers } from '../../properties/engine/tier.ts';
import { buildReport } from '../../reports/model/report.ts';
import { buildShardReport } from '../../reports/model/shard-report.ts';
import { outputsOf } from '../../reports/outputs.ts';
import { statements } from '../../theory/verified-retraining/statements/index.ts';
import { claimDirectory } from '../out-directory.ts';
import { type Parts, progressOn } from '../progress/progress.ts';
import { interruptible } from '../resume/interruption.ts';
import { resumable } from '../resume/resumable.ts';
import { resumed } from '../resume/resume.ts';
import { runHeader } from '../resume/run-header.ts';
import { openUnfinished } from '../resume/unfinished.ts';
import { UsageError } from '../usage.ts';
import { chooseClaims } from './choose-claims.ts';
import { coverageIn } from './coverage-file.ts';
import { laboratoryFor, type RetrainingCommand } from './laboratory-for.ts';
import { requireSoundLinks } from './links.ts';
import { publish } from './publish.ts';
import { runQueued } from './run-queued.ts';

/** Options of `claimcheck verify`. */
export interface VerifyCommand extends RetrainingCommand {
  readonly tier: Tier['name'];
  readonly seed: number;
  readonly claim?: readonly string[];
  readonly out: string;
  readonly workers: number;
  /** Hands the work to whoever takes it from this queue, in place of threads. */
  readonly queue?: RedisAddress;
  /** The part of the run that is done; all of it when absent. */
  readonly shard?: Shard;
  /** Directory of the unfinished run to go on with; what else decides a run is then as it was. */
  readonly resume?: string;
  /** Starts without the unfinished run that is in `out`. */
  readonly discard?: boolean;
}

/**
 * Verifies claims, writes the report, prints the table; returns the exit code of the verdict.
 * @throws DataError, before anything is run, when the digits cannot be had.
 */
export async function verify(given: VerifyCommand): Promise<number> {
  const { resume, discard = false } = given;
  const command = resume === undefined ? given : resumed(resume, given);
  const { tier: name, seed, claim, out, workers, shard = wholeRun, queue } = command;
  requireSoundLinks();
  const tier = tiers[name];
  const claims = chooseClaims(claim);
  const { equipment, laboratory } = await laboratoryFor(claims, tier, command);
  const record = runRecord(claims, seed, tier, laboratory, shard);
  refuseNothing(record);
  claimDirectory(out);
  const unfinished = openUnfinished(out, runHeader(command, equipment, laboratory), {
    resume: resume !== undefined,
    discard,
  });
  const coverage = coverageIn(out, record.sources);
  for (const line of [unfinished.notice, coverage.notice]) if (line !== undefined) process.stderr.write(`${line}\n`);
  const plan = shardOfPlan(claims, shard, { seed, tier, laboratory });
  const here = shard.count === 1 ? record : runOfShard(record, plan);
  const progress = progressOn(process.stderr, here, partsOf(plan), record);
  const toReport = async (signal?: AbortSignal) => {
    const { journal, checkpoints } = unfinished;
    const kept = { journal, checkpoints, ...(signal === undefined ? {} : { signal }) };
    const options = { claims, seed, tier, workers, shard, equipment, ...kept, onProgress: progress };
    const running = queue === undefined ? run(options) : runQueued(queue, options, laboratory);
    const evidence = await running.finally(progress.stop);
    const records = [...evidence, ...coverage.records];
    const report =
      shard.count === 1
        ? buildReport(records, statements)
        : buildShardReport(records.slice(1), statements, { shard, whole: record, here });
    const outputs = await outputsOf(report, records, out);
    signal?.throwIfAborted();
    const exitCode = publish(report, outputs, out);
    unfinished.remove();
    return exitCode;
  };
  try {
    // A thread that does the work itself would hear of an interruption only between two tasks: there the system's way is the better one.
    return workers === 0 && queue === undefined ? await toReport() : await interruptible(toReport);
  } catch (error) {
    unfinished.close();
    throw resumable(error, out);
  }
}

/** A run of claims none of which is said to hold in the tier would verify nothing, and call it supported. */
function refuseNothing({ claims, leftOut, tier }: RunRecord): void {
  if (claims.length > 0) return;
  const reasons = leftOut.flatMap(({ claim, excluded }) =>
    excluded.map(({ setting, reason }) => `${claim} is not said to hold on ${setting} (${reason})`),
  );
  throw new UsageError(`--claim: nothing to verify in the ${tier} tier: ${reasons.join('; ')}`);
}

function partsOf({ tasks, decisions }: RunPlan): Parts {
  const parts = new Map<string, number>();
  for (const { claim } of [...tasks, ...decisions]) parts.set(claim, (parts.get(claim) ?? 0) + 1);
  return parts;
}
