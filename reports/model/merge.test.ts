import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyCommand } from '../../properties/engine/command.ts';
import { DataError } from '../../properties/engine/data-error.ts';
import type { CurveRecord, EvidenceRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { inEvidenceOrder } from '../../properties/engine/evidence/evidence-order.ts';
import { type MergedEvidence, mergeEvidence } from '../../properties/engine/evidence/merge-evidence.ts';
import type { EvidenceFile } from '../../properties/engine/evidence/read-evidence.ts';
import type { IllustrationRecord } from '../../properties/verified-retraining/figure-data/record.ts';
import { evidenceLines, reportJson } from '../json.ts';
import { draw, exampleEvidence, exampleRun, exampleStatements } from '../testing/evidence.ts';
import { curve, retrainingEvidence, retrainingRun, verified } from '../testing/replicated.ts';
import { notesOf } from './notes.ts';
import { buildReport } from './report.ts';

const registry = {
  claims: ['falls', 'rises', ...exampleRun.claims.map(({ id }) => id)],
  mutants: ['verifier-unused', ...exampleRun.mutants.map(({ id }) => id)],
};

const fileOf = (name: string, records: readonly EvidenceRecord[]): EvidenceFile => ({
  file: name,
  records: records.map((record, index) => ({ record, file: name, line: index + 1 })),
  problems: [],
});

const merged = (...shards: readonly (readonly EvidenceRecord[])[]): MergedEvidence =>
  mergeEvidence(
    shards.map((records, index) => fileOf(`${'abcdefgh'[index]}.jsonl`, records)),
    registry,
  );

const text = (records: readonly EvidenceRecord[]) => [...evidenceLines(records)].join('');
const reportOf = (records: readonly EvidenceRecord[]) => reportJson(buildReport(records, exampleStatements));

/** A run of both kinds of claims, with records of every type. */
const run: RunRecord = {
  ...retrainingRun,
  command: verifyCommand(retrainingRun),
  claims: [...retrainingRun.claims, ...exampleRun.claims],
  mutants: [...retrainingRun.mutants, ...exampleRun.mutants],
};

const trace = { replicates: [1, 2], support: [0, 9], refute: [0, -1], enough: { support: 8, refute: 12 } };

function traced(record: EvidenceRecord): EvidenceRecord {
  if (record.type !== 'draw' || record.draw !== 0) return record;
  const comparisons = record.outcome.comparisons.map((each) => ({ ...each, trace }));
  return { ...record, outcome: { ...record.outcome, comparisons } };
}

const illustrations: IllustrationRecord[] = [
  { type: 'illustration', illustration: 'landscape', replicates: 9, realSamples: 5, kept: 5, cells: [], boundary: [] },
  { type: 'illustration', illustration: 'regimes', replicates: 9, series: [] },
];

const whole = inEvidenceOrder(run, [
  run,
  ...[...exampleEvidence.slice(1), ...retrainingEvidence.slice(1)].map(traced),
  ...illustrations,
  { type: 'coverage', claim: null, files: { 'theory/model.ts': [[1, 9]] } },
  { type: 'coverage', claim: 'holds', files: { 'theory/model.ts': [[1, 2]] } },
]);
const parts = whole.slice(1);

/** The run record of a shard that was asked for some of the claims. */
function shardRun(has: (claim: string) => boolean): RunRecord {
  const claims = run.claims.filter(({ id }) => has(id));
  const retrains = claims.some(({ retraining }) => retraining !== null);
  const shard = {
    ...run,
    ...(retrains ? {} : { engine: null, digits: [], leftOut: [], budget: { ...run.budget, retraining: null } }),
    claims,
    mutants: run.mutants.filter(({ id }) => claims.some(({ mutants }) => mutants.includes(id))),
  };
  const asked = registry.claims.filter((id) => has(id) || shard.leftOut.some(({ claim }) => claim === id));
  return { ...shard, command: verifyCommand(shard, asked.length < registry.claims.length ? asked : []) };
}

/** The copy that another shard may have of a record: it took longer; of a curve, it looked less far. */
function copyOf(record: EvidenceRecord): EvidenceRecord {
  if (record.type !== 'curve')
    return 'milliseconds' in record ? { ...record, milliseconds: record.milliseconds + 1 } : record;
  const { samples, ...rest } = record;
  const rounds = record.rounds.slice(0, 2);
  const bytes = Buffer.from(samples ?? '', 'base64');
  const start = bytes.subarray(0, (bytes.length / record.rounds.length) * rounds.length).toString('base64');
  return { ...rest, rounds, ...(samples === undefined ? {} : { samples: start }) };
}

const MOST_SHARDS = 4;

/** Which shards have something, of which at least one does. */
const someShards = fc.subarray([...Array(MOST_SHARDS).keys()], { minLength: 1 });

const split = fc.record({
  claims: fc.tuple(...run.claims.map(() => someShards)),
  parts: fc.tuple(...parts.map(() => someShards)),
  records: fc.shuffledSubarray([...parts.keys()], { minLength: parts.length }),
  shards: fc.shuffledSubarray([...Array(MOST_SHARDS).keys()], { minLength: MOST_SHARDS }),
});

test('however a run is split into shards, with overlaps and in any order, they merge to its very evidence and report', () => {
  const expected = reportOf(whole);
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
      expect(reportOf(seen)).toBe(expected);
      expect([problems, machines]).toEqual([[], [run.machine]]);
    }),
    { numRuns: 40 },
  );
});

test('the order of evidence changes nothing in a report', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(whole, { minLength: whole.length }), (records) => {
      expect(reportOf(records)).toBe(reportOf(whole));
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

test('where there are two kinds of processor, a curve that both ran is one of theirs, the same in either order, and that is said', () => {
  const machine = { ...run.machine, processor: 'a slide rule' };
  const other = whole.map((record) =>
    record.type === 'run' ? { ...record, machine } : record.type === 'curve' ? alteredRound(record) : record,
  );
  const [one, reversed] = [merged(whole, other), merged(other, whole)];
  expect(text(one.records)).toBe(text(reversed.records));
  const curves = whole.filter(({ type }) => type === 'curve').length;
  expect([one.unlikeCurves, reversed.unlikeCurves]).toEqual([curves, curves]);
  expect(notesOf(one).at(-1)).toContain(`${curves} curves of retrained generators came out differently`);
  expect(one.records).toHaveLength(whole.length);
});

describe('shards that are not of one run are refused, with what differs and in which files', () => {
  test.each<[string, Partial<RunRecord>, string]>([
    ['seed', { seed: 8 }, 'seed (7 and 8)'],
    ['tier', { tier: 'full' }, 'tier ("quick" and "full")'],
    ['indifference zone', { indifference: 0.02 }, 'indifference (0.1 and 0.02)'],
    ['sources', { sources: { 'theory/model.ts': '1'.repeat(64) } }, 'sources (theory/model.ts)'],
    ['engine', { engine: { name: 'tfjs', description: '' } }, 'engine ('],
    ['digits', { digits: run.digits.slice(1) }, 'digits ('],
    ['budget', { budget: { ...run.budget, falseSupportOfClaim: 0.5 } }, 'budget ('],
    ['budget of retraining', { budget: { ...run.budget, retraining: run.budget } }, 'budget.retraining ('],
  ])('another %s', (_, change, message) => {
    const other = [{ ...run, ...change }];
    expect(() => merged(whole, whole, other)).toThrow(DataError);
    expect(() => merged(whole, whole, other)).toThrow(
      `a.jsonl and c.jsonl are not of one run: they differ in ${message}`,
    );
  });

  test('another description of a claim', () => {
    const claims = run.claims.map((claim, index) => (index === 2 ? { ...claim, draws: 1 } : claim));
    expect(() => merged(whole, [{ ...run, claims }])).toThrow("a.jsonl and b.jsonl describe claim 'fails' differently");
  });
});

describe('records that contradict each other are refused, with where they are', () => {
  const cases: [string, EvidenceRecord, EvidenceRecord][] = [
    ['draws', draw('holds', 0, 1), draw('holds', 0, 1.0001)],
    ['curves', curve(verified({}), 5, 1), alteredRound(curve(verified({}), 5, 1))],
    ['sample images', curve(verified({}), 0, 1), curve(verified({}), 0, 2)],
    ['illustrations', illustrations[0]!, { ...illustrations[0]!, replicates: 8 }],
  ];
  test.each(cases)('%s', (_, a, b) => {
    expect(() => merged([run, a], [run, run, b])).toThrow(DataError);
    expect(() => merged([run, a], [run, run, b])).toThrow(/^a\.jsonl:2 and b\.jsonl:3 contradict each other/);
  });
});

function alteredRound(record: CurveRecord): CurveRecord {
  return { ...record, rounds: record.rounds.map((round) => ({ ...round, frechet: round.frechet + 1e-9 })) };
}

test.each<[EvidenceRecord, string]>([
  [draw('unheard-of', 0, 1), "is about the claim 'unheard-of', which the run does not have"],
  [draw('holds', 2, 1), "is about draw 2 of 'holds', which has draws 0 to 1"],
  [draw('holds', 0.5, 1), "is about draw 0.5 of 'holds', which has draws 0 to 1"],
])('a record of what the run does not list is told of and left out', (stray, what) => {
  const { records, problems } = merged([...whole, stray]);
  expect(problems).toEqual([{ file: 'a.jsonl', line: whole.length + 1, what }]);
  expect(text(records)).toBe(text(whole));
});

test('what could not be used is noted, file by file', () => {
  const problems = ['a', 'b', 'a'].map((file, line) => ({ file, line, what: 'is not JSON' }));
  expect(notesOf({ problems, machines: [run.machine], unlikeCurves: 0 })).toEqual([
    'Part of a is no evidence and is left out: its line 0 is not JSON (and 1 more line).',
    'Part of b is no evidence and is left out: its line 1 is not JSON.',
  ]);
});
