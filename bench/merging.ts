import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from '../properties/engine/evidence/evidence.ts';
import { replicationOf } from '../properties/engine/kinds/replicated-runs/description.ts';
import { planRun } from '../properties/engine/plan/run-plan.ts';
import { suite } from '../properties/verified-retraining/suite.ts';
import { evidenceOf, lengthened } from '../reports/testing/long-run.ts';
import { writeOutputs } from '../reports/write.ts';
import { claimcheck, inTemporaryDirectory } from './harness/command.ts';
import { median } from './harness/median.ts';
import type { Effort, Row, Table } from './harness/part.ts';

/** Records of a run: of the order of the quick and of the full tier. */
const RECORDS = [1000, 10_000];

/** Records of a run so long that memory has to be looked after. */
const MANY_RECORDS = 100_000;

/** Of ten records, those that each shard has: one is in both. */
const shards = [
  [0, 1, 2, 3, 4],
  [4, 5, 6, 7, 8, 9],
];

/** Two overlapping shards merged and rendered by `claimcheck report`, in a process of its own. */
export async function merging({ runs, smoke }: Effort): Promise<readonly Table[]> {
  return [tableOf(await quickRun(), smoke ? RECORDS.slice(0, 1) : RECORDS, runs)];
}

/** The same of a long run. */
export async function mergingManyRecords({ runs }: Effort): Promise<readonly Table[]> {
  return [tableOf(await quickRun(), [MANY_RECORDS], runs)];
}

/** The record of a run of the quick tier. */
async function quickRun(): Promise<RunRecord> {
  return (await planRun({ suite, seed: 1, tier: suite.tiers[0]! })).record;
}

function tableOf(run: RunRecord, records: readonly number[], runs: number): Table {
  return {
    title: 'Merging two overlapping shards and rendering all outputs, a process each',
    rows: records.map((each) => merge(run, each, runs)),
  };
}

function merge(run: RunRecord, records: number, runs: number): Row {
  const drawn = run.claims.filter((claim) => replicationOf(claim) === null).length;
  const long = lengthened(run, Math.ceil(records / drawn));
  return inTemporaryDirectory((directory) => {
    writeOutputs(directory, Object.fromEntries(shards.map((places, shard) => [`${shard}.jsonl`, linesOf(places)])));
    const files = shards.map((_, shard) => join(directory, `${shard}.jsonl`));
    const words = ['report', '--from', ...files, '--out', join(directory, 'out')];
    const accounts = Array.from({ length: runs }, () => claimcheck(words));
    return {
      records,
      'shards, MiB': files.reduce((sum, file) => sum + statSync(file).size, 0) / 2 ** 20,
      'clock, s': median(accounts.map(({ clock }) => clock)),
      'processor, s': median(accounts.map(({ processor }) => processor)),
      'peak memory, MiB': Math.max(...accounts.map(({ peak }) => peak)),
    };
  });

  function* linesOf(places: readonly number[]): Generator<string> {
    let index = 0;
    for (const record of evidenceOf(long)) {
      if (record.type === 'run' || places.includes(index % 10)) yield `${JSON.stringify(record)}\n`;
      index += 1;
    }
  }
}
