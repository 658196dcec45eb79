import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyCommand } from '../../properties/engine/command.ts';
import { DataError } from '../../properties/engine/data-error.ts';
import type { EvidenceRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { inEvidenceOrder } from '../../properties/engine/evidence/evidence-order.ts';
import { type MergedEvidence, mergeEvidence } from '../../properties/engine/evidence/merge-evidence.ts';
import type { EvidenceFile } from '../../properties/engine/evidence/read-evidence.ts';
import type { FigureDataRecord } from '../../properties/engine/kinds/figure-data/record.ts';
import { type CurveRecord, isCurve } from '../../properties/engine/kinds/replicated-runs/curve-record.ts';
import { replicationOf } from '../../properties/engine/kinds/replicated-runs/description.ts';
import { evidenceLines, reportJson } from '../json.ts';
import { curve } from '../testing/curves.ts';
import { decision, exampleEvidence, exampleRun } from '../testing/evidence.ts';
import { replicatedEvidence, replicatedRun } from '../testing/replicated.ts';
import { reportOf } from '../testing/reports.ts';
import { mergedSuite } from '../testing/suite.ts';
import { notesOf } from './notes.ts';

const order = ['falls', 'rises', ...exampleRun.claims.map(({ id }) => id)];

const suite = mergedSuite(
  order,
  [...replicatedRun.mutants, ...exampleRun.mutants].map(({ id }) => id),
);

const fileOf = (name: string, records: readonly EvidenceRecord[]): EvidenceFile => ({
  file: name,
  records: records.map((record, index) => ({ record, file: name, line: index + 1 })),
  problems: [],
});

const merged = (...shards: readonly (readonly EvidenceRecord[])[]): MergedEvidence =>
  mergeEvidence(
    shards.map((records, index) => fileOf(`${'abcdefgh'[index]}.jsonl`, records)),
    suite,
  );

const text = (records: readonly EvidenceRecord[]) => [...evidenceLines(records)].join('');
const jsonOf = (records: readonly EvidenceRecord[]) => reportJson(reportOf(records));

const full = { treatment: 'full' } as const;

/** A run of both kinds of claims, with records of every type. */
const run: RunRecord = {
  ...replicatedRun,
  command: verifyCommand(replicatedRun),
  claims: [...replicatedRun.claims, ...exampleRun.claims],
  mutants: [...replicatedRun.mutants, ...exampleRun.mutants],
};

const trace = { replicates: [1, 2], support: [0, 9], refute: [0, -1], threshold: { support: 8, refute: 12 } };

function traced(record: EvidenceRecord): EvidenceRecord {
  if (record.type !== 'decision' || record.index !== 0) return record;
  const comparisons = record.outcome.comparisons.map((each) => ({ ...each, trace }));
  return { ...record, outcome: { ...record.outcome, comparisons } };
}

const figures = ['first', 'second'].map(
  (figure): FigureDataRecord => ({ type: 'observation', kind: 'figure-data', figure, replicates: 9 }),
);

const whole = inEvidenceOrder(
  run,
  [
    run,
    ...[...exampleEvidence.slice(1), ...replicatedEvidence.slice(1)].map(traced),
    ...figures,
    { type: 'coverage', claim: null, files: { 'theory/model.ts': [[1, 9]] } },
    { type: 'coverage', claim: 'holds', files: { 'theory/model.ts': [[1, 2]] } },
  ],
  suite.kinds,
);
const parts = whole.slice(1);

/** The run record of a shard that was asked for some of the claims. */
function shardRun(has: (claim: string) => boolean): RunRecord {
  const claims = run.claims.filter(({ id }) => has(id));
  const replicates = claims.some((claim) => replicationOf(claim) !== null);
  const shard = {
    ...run,
    ...(replicates ? {} : { backend: null, leftOut: [], budgets: exampleRun.budgets }),
    claims,
    mutants: run.mutants.filter(({ id }) => claims.some(({ mutants }) => mutants.includes(id))),
  };
  const asked = order.filter((id) => has(id) || shard.leftOut.some(({ claim }) => claim === id));
  return { ...shard, command: verifyCommand(shard, asked.length < order.length ? asked : []) };
}

/** The copy that another shard may have of a record: with a longer time, or with fewer rounds of a curve. */
function copyOf(record: EvidenceRecord): EvidenceRecord {
  if (!isCurve(record)) return 'milliseconds' in record ? { ...record, milliseconds: record.milliseconds + 1 } : record;
  const { samples, ...rest } = record;
  const rounds = record.rounds.slice(0, 2);
  const bytes = Buffer.from(samples ?? '', 'base64');
  const start = bytes.subarray(0, (bytes.length / record.rounds.length) * rounds.length).toString('base64');
  const copy: CurveRecord = { ...rest, rounds, ...(samples === undefined ? {} : { samples: start }) };
  return copy;
}

const MOST_SHARDS = 4;

/** Some of the shards, at least one. */
const someShards = fc.subarray([...Array(MOST_SHARDS).keys()], { minLength: 1 });

const split = fc.record({
  claims: fc.tuple(...run.claims.map(() => someShards)),
  parts: fc.tuple(...parts.map(() => someShards)),
  records: fc.shuffledSubarray([...parts.keys()], { minLength: parts.length }),
  shards: fc.shuffledSubarray([...Array(MOST_SHARDS).keys()], { minLength: MOST_SHARDS }),
});

test('however a run is split into shards, with overlaps and in any order, they merge to its very evidence and report', () => {
  const expected = jsonOf(whole);
  fc.assert(
    fc.property(split, ({ claims, parts: holders, records, shards }) => {
      const shardsWith = new Map(run.claims.map(({ id }, index) => [id, claims[index]!]));
      const contents = shards.map((shard): EvidenceRecord[] => [
        shardRun((id) => shardsWith.get(id)?.includes(shard) ?? false),
      ]);
      for (const index of records) {
        const record = parts[index]!;
        const asked = 'claim' in record && record.claim !== null ? shardsWith.get(record.claim)! : holders[index]!;
        const both = asked.filter((shard) => holders[index]!.includes(shard));
        const [first, ...others] = both.length > 0 ? both : asked;
        contents[first!]!.push(record);
        for (const shard of others) contents[shard]!.push(copyOf(record));
      }
      const { records: seen, problems, machines } = merged(...shards.map((shard) => contents[shard]!.toReversed()));
      expect(text(seen)).toBe(text(whole));
      expect(jsonOf(seen)).toBe(expected);
      expect([problems, machines]).toEqual([[], [run.machine]]);
    }),
    { numRuns: 40 },
  );
});

test('the order of evidence changes nothing in a report', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), (records) => {
      expect(jsonOf(records)).toBe(jsonOf(whole));
    }),
    { numRuns: 15 },
  );
});

test('shards of two machines merge to one report in either order, which names both', () => {
  const machine = { ...run.machine, processor: 'a slide rule', cores: 8 };
  const [a, b] = [whole, [{ ...run, machine }]];
  const [one, other] = [merged(a, b), merged(b, a)];
  expect(text(one.records)).toBe(text(other.records));
  expect(notesOf(one)).toEqual(notesOf(other));
  expect(notesOf(one)).toEqual([
    expect.stringMatching(/spread over 2 machines: an abacus, 2 cores, .*; a slide rule, 8 cores/),
  ]);
});

test('where there are two kinds of processor, one of two curves of a run is kept, the same in either order, and the notes say so', () => {
  const machine = { ...run.machine, processor: 'a slide rule' };
  const other = whole.map((record) =>
    record.type === 'run' ? { ...record, machine } : isCurve(record) ? alteredRound(record) : record,
  );
  const [one, reversed] = [merged(whole, other), merged(other, whole)];
  expect(text(one.records)).toBe(text(reversed.records));
  const curves = whole.filter(isCurve).length;
  expect([one.unlike, reversed.unlike]).toEqual([curves, curves]);
  expect(notesOf(one).at(-1)).toContain(`${curves} observations came out differently`);
  expect(one.records).toHaveLength(whole.length);
});

describe('shards that are not of one run are refused, with what differs and in which files', () => {
  const half = { ...run.budgets['drawn-settings']!, falseSupportOfClaim: 0.5 };
  test.each<[string, Partial<RunRecord>, string]>([
    ['seed', { seed: 8 }, 'seed (7 and 8)'],
    ['tier', { tier: 'full' }, 'tier ("quick" and "full")'],
    ['indifference zone', { indifference: 0.02 }, 'indifference (0.1 and 0.02)'],
    ['sources', { sources: { 'theory/model.ts': '1'.repeat(64) } }, 'sources (theory/model.ts)'],
    ['backend', { backend: { ...run.backend!, name: 'slide rule' } }, 'backend ('],
    ['data', { backend: { ...run.backend!, data: [] } }, 'backend ('],
    ['suite', { suite: { ...run.suite, id: 'other' } }, 'suite ('],
    ['budget', { budgets: { ...run.budgets, 'drawn-settings': half } }, 'budget of drawn-settings ('],
    [
      'budget of replicated claims',
      { budgets: { ...run.budgets, 'replicated-runs': half } },
      'budget of replicated-runs (',
    ],
  ])('another %s', (_, change, message) => {
    const other = [{ ...run, ...change }];
    expect(() => merged(whole, whole, other)).toThrow(DataError);
    expect(() => merged(whole, whole, other)).toThrow(
      `a.jsonl and c.jsonl are not of one run: they differ in ${message}`,
    );
  });

  test('another description of a claim', () => {
    const claims = run.claims.map((claim, index) => (index === 2 ? { ...claim, settings: 1 } : claim));
    expect(() => merged(whole, [{ ...run, claims }])).toThrow("a.jsonl and b.jsonl describe claim 'fails' differently");
  });
});

describe('records that contradict each other are refused, with where they are', () => {
  const cases: [string, EvidenceRecord, EvidenceRecord][] = [
    ['decisions', decision('holds', 0, 1), decision('holds', 0, 1.0001)],
    ['curves', curve(full, 5, 1), alteredRound(curve(full, 5, 1))],
    ['sample images', curve(full, 0, 1), curve(full, 0, 2)],
    ['data of a figure', figures[0]!, { ...figures[0]!, replicates: 8 } as EvidenceRecord],
  ];
  test.each(cases)('%s', (_, a, b) => {
    expect(() => merged([run, a], [run, run, b])).toThrow(DataError);
    expect(() => merged([run, a], [run, run, b])).toThrow(/^a\.jsonl:2 and b\.jsonl:3 contradict each other/);
  });
});

function alteredRound(record: CurveRecord): CurveRecord {
  return { ...record, rounds: record.rounds.map((round) => ({ ...round, distance: round.distance! + 1e-9 })) };
}

test.each<[EvidenceRecord, string]>([
  [decision('unheard-of', 0, 1), "is about the claim 'unheard-of', which the run does not have"],
  [decision('holds', 2, 1), "is about setting 2 of 'holds', which has settings 0 to 1"],
  [decision('holds', 0.5, 1), "is about setting 0.5 of 'holds', which has settings 0 to 1"],
])('a record about what the run does not list is a problem, and is left out', (stray, what) => {
  const { records, problems } = merged([...whole, stray]);
  expect(problems).toEqual([{ file: 'a.jsonl', line: whole.length + 1, what }]);
  expect(text(records)).toBe(text(whole));
});

test('what could not be used is noted, file by file', () => {
  const problems = ['a', 'b', 'a'].map((file, line) => ({ file, line, what: 'is not JSON' }));
  expect(notesOf({ problems, machines: [run.machine], unlike: 0 })).toEqual([
    'Part of a is no evidence and is left out: its line 0 is not JSON (and 1 more line).',
    'Part of b is no evidence and is left out: its line 1 is not JSON.',
  ]);
});
