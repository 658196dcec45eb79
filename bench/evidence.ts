/**
 * Time and memory to merge two overlapping shards of a long run and to render all outputs: npx tsx bench/evidence.ts [records]
 * Like `claimcheck report`, in a process of its own, which states its processor time, its time by the clock and its peak of memory.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { report } from '../cli/report.ts';
import { claims } from '../properties/claims/index.ts';
import { runRecord } from '../properties/run-record.ts';
import { tiers } from '../properties/tier.ts';
import { evidenceOf, lengthened } from '../reports/example-long-run.ts';
import { writeOutputs } from '../reports/write.ts';
import { processorTime } from './measure.ts';

const RECORDS = 100_000;

/** Of ten records, those that each shard has: one is in both. */
const shards = [
  [0, 1, 2, 3, 4],
  [4, 5, 6, 7, 8, 9],
];

const [argument, ...rest] = process.argv.slice(2);
if (argument === 'report') await measure(rest);
else compare(Number(argument ?? RECORDS));

function compare(records: number): void {
  const run = runRecord(claims, 1, tiers.quick);
  const drawn = run.claims.filter(({ retraining }) => retraining === null).length;
  const long = lengthened(run, Math.ceil(records / drawn));
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-bench-'));
  try {
    writeOutputs(directory, Object.fromEntries(shards.map((places, shard) => [`${shard}.jsonl`, linesOf(places)])));
    const files = shards.map((_, shard) => join(directory, `${shard}.jsonl`));
    const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
    console.log(`${records} records and their mutants in ${files.length} shards, ${Math.round(bytes / 2 ** 20)} MiB`);
    const child = ['--import', 'tsx', import.meta.filename, 'report', join(directory, 'out'), ...files];
    const { status, signal } = spawnSync(process.execPath, child, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) throw new Error(`the report ended with ${signal ?? status}`);
  } finally {
    rmSync(directory, { recursive: true });
  }

  function* linesOf(places: readonly number[]): Generator<string> {
    let index = 0;
    for (const record of evidenceOf(long)) {
      if (record.type === 'run' || places.includes(index % 10)) yield `${JSON.stringify(record)}\n`;
      index += 1;
    }
  }
}

async function measure([out, ...from]: readonly string[]): Promise<void> {
  const [started, before] = [performance.now(), processorTime()];
  const exitCode = await report({ from, out: out! });
  const seconds = [performance.now() - started, processorTime() - before].map((each) => (each / 1000).toFixed(1));
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.error(
    `exit code ${exitCode}: ${seconds[0]} s by the clock, ${seconds[1]} s of processor time, peak ${peak} MiB`,
  );
}
