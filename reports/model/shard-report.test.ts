import { describe, expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Task } from '../../properties/engine/kinds/drawn-settings/plan.ts';
import { runOfShard } from '../../properties/engine/plan/shard-run.ts';
import { headline } from '../html/answer.ts';
import { reportJson } from '../json.ts';
import { junitXml } from '../junit/junit.ts';
import { reportMarkdown } from '../markdown/markdown.ts';
import { terminalReport } from '../terminal/terminal.ts';
import { exampleEvidence, exampleRun, exampleStatements } from '../testing/evidence.ts';
import { retrainingEvidence, retrainingRun } from '../testing/replicated.ts';
import { missingShards } from './missing-shards.ts';
import { parseReport } from './read-report.ts';
import { buildReport } from './report.ts';
import { buildShardReport } from './shard-report.ts';

const shard = { index: 2, count: 3 };
const whole = { ...exampleRun, shards: { of: 3, done: [2] } };

const task = (claim: string, part: { draws: [number, number] } | { mutant: string }): Task => ({
  seed: 7,
  tier: 'quick',
  claim,
  ...part,
});

/** The report of a shard that does some tasks of the example. */
function reportOf(tasks: readonly Task[]) {
  const records = exampleEvidence.filter((record) =>
    tasks.some((each) => {
      if (!('claim' in record) || record.claim !== each.claim) return false;
      if (record.type === 'mutant') return 'mutant' in each && each.mutant === record.mutant;
      return record.type === 'draw' && 'draws' in each && record.draw >= each.draws[0] && record.draw < each.draws[1];
    }),
  );
  const here = runOfShard(whole, { tasks, decisions: [] });
  return buildShardReport(records, exampleStatements, { shard, whole, here });
}

const all = (claim: string): Task[] => [
  task(claim, { draws: [0, 2] }),
  task(claim, { mutant: 'clipping' }),
  task(claim, { mutant: 'one-sided' }),
];

const report = reportOf([
  ...all('counterexample'),
  task('holds', { draws: [0, 1] }),
  task('holds', { mutant: 'clipping' }),
]);

test('a claim of which a shard has part is in part, one of which it has all has its verdict, and others are not there', () => {
  expect(report.claims.map(({ id, verdict, reasons, draws }) => [id, verdict, reasons, draws])).toEqual([
    ['holds', 'in part', [], 1],
    ['counterexample', 'supported', [], 2],
  ]);
  expect(report.counts.claims).toEqual({ supported: 1, refuted: 0, undecided: 0, 'in part': 1 });
  expect(report.verdict).toBe('in part');
});

test('the report says which shard it is of, what it has and what others have', () => {
  expect(report.notes).toEqual([
    expect.stringMatching(/^This is shard 2\/3 of a run: it decides 3 of 10 settings and holds .* 3 of 10 times\./),
    'Other shards alone decide fails, mutant-survives, regime-missed.',
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
  test('a refuted draw', () => {
    const found = reportOf([task('fails', { draws: [1, 2] })]);
    expect([found.verdict, found.claims[0]!.verdict]).toEqual(['refuted', 'refuted']);
    expect(found.statements.find(({ reference }) => reference === 'false~1')!.status).toBe('refuted');
  });

  test('a mutant that survives', () => {
    const found = reportOf([task('mutant-survives', { mutant: 'one-sided' })]);
    expect([found.verdict, found.claims[0]!.reasons]).toEqual(['undecided', ['mutant one-sided survived']]);
    expect(terminalReport(found, 'out', false)).toContain('mutant-survives is undecided:\n');
  });

  test('a regime that was not exercised, where all draws are there', () => {
    expect(reportOf([task('regime-missed', { draws: [0, 2] })]).verdict).toBe('undecided');
    expect(reportOf([task('regime-missed', { draws: [1, 2] })]).verdict).toBe('in part');
  });
});

test('a shard without a part says so', () => {
  const empty = reportOf([]);
  expect(empty.notes).toEqual([expect.stringContaining('it has no claim to decide, the other shards have all')]);
  expect([empty.verdict, empty.claims]).toEqual(['in part', []]);
});

test('a decision about a retraining claim is one of its populations, with its regime', () => {
  const decided = (decisions: readonly ({ claim: string } & ({ draw: number } | { mutant: string }))[]) =>
    runOfShard(retrainingRun, { tasks: [], decisions }).claims.map(({ draws, regimes, mutants }) => [
      draws,
      regimes,
      mutants,
    ]);
  expect(decided([{ claim: 'falls', draw: 1 }])).toEqual([[1, ['procedural digits, warm'], []]]);
  expect(decided([{ claim: 'falls', mutant: 'verifier-unused' }])).toEqual([[0, [], ['verifier-unused']]]);
});

describe('a run that lacks shards', () => {
  const lacking = (records: readonly EvidenceRecord[]) =>
    buildReport(
      records.map((record) => (record.type === 'run' ? { ...record, shards: { of: 4, done: [1, 3] } } : record)),
      exampleStatements,
    );

  test('is undecided though nothing else is missing, and says which', () => {
    expect(buildReport(retrainingEvidence, exampleStatements).verdict).toBe('supported');
    const { verdict, notes } = lacking(retrainingEvidence);
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
