import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import type { EvidenceRecord, RunRecord } from '../evidence/evidence.ts';
import { mergeEvidence } from '../evidence/merge-evidence.ts';
import { judge, overallVerdict } from '../judge.ts';
import { isCurve } from '../kinds/replicated-runs/curve-record.ts';
import type { Journal } from '../pool/journal.ts';
import { tierOf } from '../suite-content.ts';
import { carryOut, timeless } from '../testing/carry-out.ts';
import { suite } from '../testing/walks/suite.ts';
import { planRun } from './run-plan.ts';
import { type Shard, shardName, wholeRun } from './shard.ts';

/** Merges evidence as it is read from files, of these names in this order. */
const merged = (files: readonly (readonly EvidenceRecord[])[]) =>
  mergeEvidence(
    files.map((records, index) => {
      const file = `${index}.jsonl`;
      return { file, records: records.map((record, line) => ({ record, file, line: line + 1 })), problems: [] };
    }),
    suite,
  );

/** The evidence of one run, and of a shard: each done once, and all with one journal, so that only splits take time. */
let whole: EvidenceRecord[];
const shards = new Map<string, Promise<EvidenceRecord[]>>();
const results = new Map<string, Promise<unknown>>();
const journal: Journal = {
  resultOf<T>(work: unknown, perform: () => Promise<T>) {
    const key = canonicalJson(work);
    const result = (results.get(key) as Promise<T> | undefined) ?? perform();
    results.set(key, result);
    return result;
  },
};

/** All claims of the suite: draws, mutants, decisions over replicates, and data of a figure. */
async function runOf(shard: Shard): Promise<EvidenceRecord[]> {
  return carryOut(await planRun({ suite, seed: 5, tier: tierOf(suite, 'quick'), shard }), 0, { journal });
}

function shardOf(shard: Shard): Promise<EvidenceRecord[]> {
  const known = shards.get(shardName(shard)) ?? runOf(shard);
  shards.set(shardName(shard), known);
  return known;
}

beforeAll(async () => {
  whole = await runOf(wholeRun);
});
afterAll(() => {
  shards.clear();
  results.clear();
});

const splits = fc.record({
  count: fc.integer({ min: 2, max: 6 }),
  whole: fc.boolean(),
  repeated: fc.array(fc.nat(), { maxLength: 3 }),
  order: fc.infiniteStream(fc.nat()),
});

test('however a run is split, in whatever order, and with what is done twice, its shards merge to its very evidence', async () => {
  await fc.assert(
    fc.asyncProperty(splits, async ({ count, whole: alsoWhole, repeated, order }) => {
      const indices = [...Array.from({ length: count }, (_, place) => place), ...repeated.map((each) => each % count)];
      const shards = await Promise.all(indices.map((place) => shardOf({ index: place + 1, count })));
      const places = order.take(shards.length + 1);
      const shuffled = [...shards, ...(alsoWhole ? [whole] : [])]
        .map((records) => ({ records, place: places.next().value }))
        .sort((a, b) => a.place - b.place);
      const { records, problems } = merged(shuffled.map((each) => each.records));
      expect(timeless(records)).toEqual(timeless(whole));
      expect(problems).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

test('part of the shards merges to evidence that says which, and with the rest to that of the run', async () => {
  const [a, b, c] = await Promise.all([1, 2, 3].map((index) => shardOf({ index, count: 3 })));
  const part = merged([c!, a!]).records;
  expect(part[0]).toMatchObject({ shards: { of: 3, done: [1, 3] } });
  expect(timeless(merged([a!, a!]).records)).toEqual(timeless(a!));
  expect(timeless(merged([b!, part]).records)).toEqual(timeless(whole));
  expect(timeless(merged([part, merged([b!, c!]).records]).records)).toEqual(timeless(whole));
});

test('shards of another number are not of the same run', async () => {
  const shards = [await shardOf({ index: 1, count: 2 }), await shardOf({ index: 2, count: 3 })];
  expect(() => merged(shards)).toThrow(
    '0.jsonl and 1.jsonl are not of one run: they differ in number of shards (2 and 3)',
  );
});

test('a shard has no record of what is not its part, and one without a part has the run record alone', async () => {
  // More than there are parts of any kind of work.
  const count = 40;
  const shards = await Promise.all(Array.from({ length: count }, (_, place) => shardOf({ index: place + 1, count })));
  const parts = (records: readonly EvidenceRecord[]) =>
    records.filter((record) => record.type !== 'run' && !isCurve(record));
  expect(shards.flatMap(parts)).toHaveLength(parts(whole).length);
  expect(shards.at(-1)).toMatchObject([{ type: 'run', shards: { of: count, done: [count] } }]);
  const { records } = merged(shards);
  expect(overallVerdict(judge(records[0] as RunRecord, records))).toBe('refuted');
});
