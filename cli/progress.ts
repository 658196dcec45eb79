import cliProgress from 'cli-progress';
import type { EvidenceRecord, RunRecord } from '../properties/evidence.ts';
import { judge } from '../properties/judge.ts';
import type { Task } from '../properties/plan.ts';
import type { RunOptions } from '../properties/run.ts';
import { counted } from '../reports/numbers.ts';

/** Shows how a run proceeds, until it is stopped. */
export interface Progress {
  readonly onProgress: NonNullable<RunOptions['onProgress']>;
  stop(): void;
}

/** Progress on a stream: a bar on a terminal, otherwise a line whenever a claim is complete. */
export function progressOn(stream: NodeJS.WriteStream, run: RunRecord, tasks: readonly Task[]): Progress {
  return stream.isTTY ? progressBar(stream, tasks.length) : progressLines(stream, run, tasks);
}

function progressBar(stream: NodeJS.WriteStream, total: number): Progress {
  const format = '{bar} {percentage} %  {value}/{total} tasks  {duration_formatted}  {claim}';
  const bar = new cliProgress.SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0, { claim: '' });
  return { onProgress: (done, _, { claim }) => bar.update(done, { claim }), stop: () => bar.stop() };
}

function progressLines(stream: NodeJS.WriteStream, run: RunRecord, tasks: readonly Task[]): Progress {
  const left = new Map<string, number>();
  for (const { claim } of tasks) left.set(claim, (left.get(claim) ?? 0) + 1);
  const seen: EvidenceRecord[] = [];
  let complete = 0;
  stream.write(
    `${counted(run.claims.length, 'claim')}, ${counted(tasks.length, 'task')}, ${run.tier} tier, seed ${run.seed}\n`,
  );
  return {
    onProgress(_done, _total, { claim: id }, records) {
      seen.push(...records);
      left.set(id, left.get(id)! - 1);
      if (left.get(id) !== 0) return;
      complete += 1;
      const [judgement] = judge({ ...run, claims: run.claims.filter((claim) => claim.id === id) }, seen);
      stream.write(`[${complete}/${run.claims.length}] ${id} ${judgement!.verdict}\n`);
    },
    stop() {},
  };
}
