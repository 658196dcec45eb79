import cliProgress from 'cli-progress';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { judge } from '../../properties/engine/judge.ts';
import { partsByClaim, type RunPlan } from '../../properties/engine/plan/run-plan.ts';
import { standingIn } from '../../properties/engine/plan/shard-run.ts';
import type { Progress } from '../../properties/engine/run.ts';
import { counted } from '../../reports/wording/numbers.ts';

/** Shows how a run proceeds, until it is stopped. */
export interface ShownProgress extends Progress {
  stop(): void;
}

/** Parts that each claim of a run is decided in, by id. */
type Parts = ReadonlyMap<string, number>;

/** Progress of a run on a stream: a bar on a terminal, otherwise a line whenever a claim is complete. */
export function progressOn(stream: NodeJS.WriteStream, plan: RunPlan): ShownProgress {
  const parts = partsByClaim(plan);
  return stream.isTTY ? progressBar(stream, parts) : progressLines(stream, plan, parts);
}

const sum = (parts: Parts) => [...parts.values()].reduce((total, each) => total + each, 0);

function progressBar(stream: NodeJS.WriteStream, parts: Parts): ShownProgress {
  const format = '{bar} {percentage} %  {value}/{total} parts  {duration_formatted}  {runs}{claim}';
  const bar = new cliProgress.SingleBar(
    { format, stream, hideCursor: true, clearOnComplete: true },
    cliProgress.Presets.shades_classic,
  );
  let runs = 0;
  bar.start(sum(parts), 0, { claim: '', runs: '' });
  return {
    decided: (claim) => bar.increment(1, { claim }),
    ran() {
      runs += 1;
      bar.update({ runs: `${counted(runs, 'run')}  ` });
    },
    stop: () => bar.stop(),
  };
}

/** Runs after which a line counts them: a minute or so of work. */
const RUNS_A_LINE = 25;

function progressLines(stream: NodeJS.WriteStream, { here: run, record: whole }: RunPlan, parts: Parts): ShownProgress {
  const left = new Map(parts);
  const seen: EvidenceRecord[] = [];
  let complete = 0;
  let runs = 0;
  stream.write(
    `${counted(run.claims.length, 'claim')}, ${counted(sum(parts), 'part')}, ${run.suite.title}, ${run.tier} tier, seed ${run.seed}\n`,
  );
  return {
    decided(id, records) {
      seen.push(...records);
      left.set(id, left.get(id)! - 1);
      if (left.get(id) !== 0) return;
      complete += 1;
      const [judgement] = judge({ ...run, claims: run.claims.filter((claim) => claim.id === id) }, seen);
      const standing = standingIn(run, whole, id, judgement!.verdict);
      stream.write(`[${complete}/${run.claims.length}] ${id} ${standing}\n`);
    },
    ran() {
      runs += 1;
      if (runs % RUNS_A_LINE === 0) stream.write(`${counted(runs, 'run')}\n`);
    },
    stop() {},
  };
}
