import { describe, expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Part } from '../../properties/engine/kinds/kind-of-work.ts';
import { runOfShard } from '../../properties/engine/plan/shard-run.ts';
import { headline } from '../html/answer.ts';
import { reportJson } from '../json.ts';
import { junitXml } from '../junit/junit.ts';
import { reportMarkdown } from '../markdown/markdown.ts';
import { terminalReport } from '../terminal/terminal.ts';
import { exampleEvidence, exampleRun } from '../testing/evidence.ts';
import { replicatedEvidence, replicatedRun } from '../testing/replicated.ts';
import { exampleReports, reportOf } from '../testing/reports.ts';
import { exampleSuite } from '../testing/suite.ts';
import { missingShards } from './missing-shards.ts';
import { parseReport } from './read-report.ts';
import { buildShardReport } from './shard-report.ts';

const shard = { index: 2, count: 3 };
const whole = { ...exampleRun, shards: { of: 3, done: [2] } };

const some = (claim: string, from: number, to: number): Part => ({ claim, settings: [from, to] });

/** The report of a shard that decides some parts of the example. */
function shardReportOf(parts: readonly Part[]) {
  const records = exampleEvidence.filter((record) =>
    parts.some(({ claim, settings, mutant }) => {
      if (!('claim' in record) || record.claim !== claim) return false;
      if (record.type === 'mutant') return mutant === record.mutant;
      return (
        record.type === 'decision' &&
        settings !== undefined &&
        record.index >= settings[0] &&
        record.index < settings[1]
      );
    }),
  );
  const here = runOfShard(whole, parts);
  return buildShardReport(records, exampleSuite, { shard, whole, here }, { reports: exampleReports });
}

const all = (claim: string): Part[] => [
  some(claim, 0, 2),
  { claim, mutant: 'clipping' },
  { claim, mutant: 'one-sided' },
];

const report = shardReportOf([...all('counterexample'), some('holds', 0, 1), { claim: 'holds', mutant: 'clipping' }]);

test('a claim of which a shard has part is in part, one of which it has all has its verdict, and others are not there', () => {
  expect(report.claims.map(({ id, verdict, reasons, settings }) => [id, verdict, reasons, settings])).toEqual([
    ['holds', 'in part', [], 1],
    ['counterexample', 'supported', [], 2],
  ]);
  expect(report.counts.claims).toEqual({ supported: 1, refuted: 0, undecided: 0, 'in part': 1 });
  expect(report.verdict).toBe('in part');
});

test('the report says which shard it is of, what it has and what others have', () => {
  expect(report.notes).toEqual([
    expect.stringMatching(/^This is shard 2\/3 of a run: it decides 3 of 10 settings and holds .* 3 of 10 times\./),
    'Other shards alone decide fails, mutant-survives, stratum-missed.',
  ]);
  for (const text of [reportMarkdown(report), terminalReport(report, 'out', false)]) {
    expect(text).toContain('This is shard 2/3 of a run');
    expect(text).not.toMatch(/missing|was not tried|exercised 0 times/);
  }
});

test('the page says it first', () => {
  expect(headline(report)).toBe('Nothing is refuted in this part of a run.');
  expect(
    headline({
      ...report,
      verdict: 'refuted',
      counts: { ...report.counts, statements: { ...report.counts.statements, refuted: 1 } },
    }),
  ).toMatch(/refuted\.$/);
});

test('a statement is covered only where all that is evidence for it is here', () => {
  const status = (id: string) => report.statements.find(({ reference }) => reference === `${id}~1`)!;
  expect(status('loose').status).toBe('supported');
  expect(status('true')).toMatchObject({ status: 'not yet covered', reason: 'other shards decide the rest of it' });
  expect(status('weak')).toMatchObject({ status: 'not yet covered', reason: 'other shards decide the rest of it' });
  expect(status('never').status).toBe('out of scope');
});

test('programs read that it is a part: report.json matches its schema, and junit.xml skips what is in part', () => {
  expect(parseReport(reportJson(report), 'report.json')).toEqual(JSON.parse(reportJson(report)));
  expect(junitXml(report)).toContain('<skipped type="in part"');
});

describe('what a shard finds is told by it alone', () => {
  test('a refuted setting', () => {
    const found = shardReportOf([some('fails', 1, 2)]);
    expect([found.verdict, found.claims[0]!.verdict]).toEqual(['refuted', 'refuted']);
    expect(found.statements.find(({ reference }) => reference === 'false~1')!.status).toBe('refuted');
  });

  test('a mutant that survives', () => {
    const found = shardReportOf([{ claim: 'mutant-survives', mutant: 'one-sided' }]);
    expect([found.verdict, found.claims[0]!.reasons]).toEqual(['undecided', ['mutant one-sided survived']]);
    expect(terminalReport(found, 'out', false)).toContain('mutant-survives is undecided:\n');
  });

  test('a stratum that was not exercised, where all settings are there', () => {
    expect(shardReportOf([some('stratum-missed', 0, 2)]).verdict).toBe('undecided');
    expect(shardReportOf([some('stratum-missed', 1, 2)]).verdict).toBe('in part');
  });
});

test('a shard without a part says so', () => {
  const empty = shardReportOf([]);
  expect(empty.notes).toEqual([expect.stringContaining('it has no claim to decide, the other shards have all')]);
  expect([empty.verdict, empty.claims]).toEqual(['in part', []]);
});

test('a part of a replicated claim is one of its populations, with its stratum', () => {
  const decided = (parts: readonly Part[]) =>
    runOfShard(replicatedRun, parts).claims.map(({ settings, strata, mutants }) => [settings, strata, mutants]);
  expect(decided([some('falls', 1, 2)])).toEqual([[1, ['second colony, warm'], []]]);
  expect(decided([{ claim: 'falls', mutant: 'treatment-unused' }])).toEqual([[0, [], ['treatment-unused']]]);
});

describe('a run that lacks shards', () => {
  const lacking = (records: readonly EvidenceRecord[]) =>
    reportOf(
      records.map((record) => (record.type === 'run' ? { ...record, shards: { of: 4, done: [1, 3] } } : record)),
    );

  test('is undecided though nothing else is missing, and says which', () => {
    expect(reportOf(replicatedEvidence).verdict).toBe('supported');
    const { verdict, notes } = lacking(replicatedEvidence);
    expect([verdict, notes]).toEqual(['undecided', ['Shards 2/4, 4/4 of the run are missing.']]);
  });

  test('is refuted if it is without them', () => {
    expect(lacking(exampleEvidence).verdict).toBe('refuted');
  });

  test('names one, or the first twenty', () => {
    expect(missingShards({})).toBeUndefined();
    expect(missingShards({ shards: { of: 2, done: [1] } })).toBe('Shard 2/2 of the run is missing.');
    expect(missingShards({ shards: { of: 30, done: [30] } })).toMatch(
      /^Shards 1\/30, .*, 20\/30 and 9 more of the run are/,
    );
  });
});
