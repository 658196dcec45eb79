import { canonicalJson } from '../canonical-json.ts';
import { verifyCommand } from '../command.ts';
import { DataError } from '../data-error.ts';
import type { SuiteContent } from '../suite-content.ts';
import type { Machine, RunRecord, ShardsDone } from './evidence.ts';
import { mergedOrder } from './merge-order.ts';
import type { LocatedRecord } from './read-evidence.ts';
import { runDifferences } from './run-differences.ts';

/** The run that some shards are parts of, and their machines, each once. */
export interface MergedRun {
  readonly run: RunRecord;
  readonly machines: readonly Machine[];
}

/**
 * The run that some run records, at least one, are shards of. It has the claims of all shards. If they ran on several machines, it names the first
 * machine in the order of their descriptions. A shard without a backend goes with shards of any backend.
 * @throws DataError with what differs, and in which files, when the records are not of one run.
 */
export function mergeRuns(
  located: readonly LocatedRecord<RunRecord>[],
  suite: Pick<SuiteContent, 'claims' | 'mutants'>,
): MergedRun {
  const order = { claims: suite.claims.map(({ id }) => id), mutants: suite.mutants.map(({ id }) => id) };
  const shards = distinct(located, ({ record }) => record);
  const first = shards[0];
  if (first === undefined) throw new RangeError('there is no run to merge');
  for (const other of shards.slice(1)) {
    const differences = runDifferences(first.record, other.record);
    if (differences.length > 0)
      throw new DataError(
        `${first.file} and ${other.file} are not of one run: they differ in ${differences.join(', ')}`,
      );
  }
  const runs = shards.map(({ record }) => record);
  const claims = united(
    shards,
    'claim',
    ({ claims }) => claims,
    ({ id }) => id,
    order.claims,
  );
  const leftOut = united(
    shards,
    'left out',
    ({ leftOut }) => leftOut,
    ({ claim }) => claim,
    order.claims,
  );
  const mutants = united(
    shards,
    'mutant',
    ({ mutants }) => mutants,
    ({ id }) => id,
    order.mutants,
  );
  const withBackend = runs.find(({ backend }) => backend !== null) ?? first.record;
  const machines = inTextOrder(distinct(runs.map(({ machine }) => machine)));
  const { shards: _, ...whole } = withBackend;
  const run: RunRecord = {
    ...whole,
    ...shardsOf(runs),
    budgets: Object.assign({}, ...runs.map(({ budgets }) => budgets)),
    sources: Object.fromEntries(runs.flatMap(({ sources }) => Object.entries(sources)).sort()),
    claims,
    leftOut,
    mutants,
    machine: machines[0]!,
  };
  return { run: { ...run, command: commandOf(run, runs, order.claims) }, machines };
}

/** The shards that some run records are of; nothing when these are all shards, or when one record is of the whole run. */
function shardsOf(runs: readonly RunRecord[]): { readonly shards?: ShardsDone } {
  const [shards] = runs.flatMap((run) => run.shards ?? []);
  if (shards === undefined || runs.some((run) => run.shards === undefined)) return {};
  const done = [...new Set(runs.flatMap((run) => run.shards?.done ?? []))].sort((a, b) => a - b);
  return done.length === shards.of ? {} : { shards: { of: shards.of, done } };
}

/** One command that makes the whole run. */
function commandOf(run: RunRecord, shards: readonly RunRecord[], order: readonly string[]): string {
  const commands = new Set(shards.map(({ command }) => command));
  if (commands.size === 1) return run.command;
  const asked = [...run.claims.map(({ id }) => id), ...run.leftOut.map(({ claim }) => claim)];
  const all = order.every((id) => asked.includes(id));
  return verifyCommand(
    run,
    all
      ? []
      : mergedOrder(
          asked.map((id) => [id]),
          order,
        ),
  );
}

/** The items that the shards list, each once and in one order. */
function united<T>(
  shards: readonly LocatedRecord<RunRecord>[],
  kind: string,
  listOf: (run: RunRecord) => readonly T[],
  idOf: (item: T) => string,
  order: readonly string[],
): T[] {
  const known = new Map<string, { readonly item: T; readonly file: string }>();
  for (const { record, file } of shards) {
    for (const item of listOf(record)) {
      const id = idOf(item);
      const other = known.get(id);
      if (other === undefined) known.set(id, { item, file });
      else if (canonicalJson(other.item) !== canonicalJson(item))
        throw new DataError(`${other.file} and ${file} describe ${kind} '${id}' differently: they are not of one run`);
    }
  }
  const lists = shards.map(({ record }) => listOf(record).map(idOf));
  return mergedOrder(lists, order).map((id) => known.get(id)!.item);
}

/** The items that differ in what is compared; of equal ones the first. */
function distinct<T>(items: readonly T[], comparedOf: (item: T) => unknown = (item) => item): T[] {
  const byText = new Map<string, T>();
  for (const item of items) {
    const text = canonicalJson(comparedOf(item));
    if (!byText.has(text)) byText.set(text, item);
  }
  return [...byText.values()];
}

function inTextOrder<T>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (canonicalJson(a) < canonicalJson(b) ? -1 : 1));
}
