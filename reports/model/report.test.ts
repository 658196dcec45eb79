import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { reportJson } from '../json.ts';
import { draw, exampleEvidence, exampleRun, exampleStatements } from '../testing/evidence.ts';
import { buildReport } from './report.ts';

const report = buildReport(exampleEvidence, exampleStatements);
const claim = (id: string) => report.claims.find((each) => each.id === id)!;

test('each claim has its verdict and the reasons for it', () => {
  expect(report.claims.map(({ id, verdict, reasons }) => ({ id, verdict, reasons }))).toEqual([
    { id: 'holds', verdict: 'supported', reasons: [] },
    { id: 'fails', verdict: 'refuted', reasons: ['draw 1 refuted'] },
    { id: 'mutant-survives', verdict: 'undecided', reasons: ['mutant one-sided survived'] },
    {
      id: 'regime-missed',
      verdict: 'undecided',
      reasons: ["regime 'large' exercised 0 times, 1 promised"],
    },
    { id: 'counterexample', verdict: 'supported', reasons: [] },
  ]);
  expect(report.verdict).toBe('refuted');
});

test('statements have the worst verdict of their claims, in the order of the manifest', () => {
  expect(report.statements.map(({ reference, status, claims }) => [reference, status, claims])).toEqual([
    ['true~1', 'supported', ['holds']],
    ['false~1', 'refuted', ['fails']],
    ['weak~1', 'undecided', ['mutant-survives', 'regime-missed']],
    ['loose~1', 'supported', ['counterexample']],
    ['unclaimed~1', 'not yet covered', []],
    ['later~1', 'not yet covered', []],
    ['never~1', 'out of scope', []],
  ]);
});

test.each([
  [['holds', 'mutant-survives', 'fails'], 'refuted'],
  [['holds', 'mutant-survives', 'counterexample'], 'undecided'],
  [['holds', 'counterexample'], 'supported'],
])('a statement that %j are evidence for is %s', (ids, status) => {
  const claims = exampleRun.claims
    .filter(({ id }) => ids.includes(id))
    .map((each) => ({ ...each, statements: ['weak~1'] }));
  const { statements } = buildReport([{ ...exampleRun, claims }, ...exampleEvidence.slice(1)], exampleStatements);
  expect(statements.find(({ reference }) => reference === 'weak~1')!.status).toBe(status);
});

test('counts add up', () => {
  expect(report.counts).toEqual({
    claims: { supported: 2, refuted: 1, undecided: 2 },
    statements: { supported: 2, refuted: 1, undecided: 1, 'not yet covered': 2, 'out of scope': 1 },
    mutants: { killed: 2, survived: 0 },
    draws: 10,
    replicates: 10_000,
  });
});

test('the kill matrix names killers with draw and replicates, and who missed a mutant', () => {
  const [clipping, oneSided] = report.mutants;
  expect(clipping!.killers).toHaveLength(5);
  expect(oneSided!.survived).toEqual(['mutant-survives']);
  expect(oneSided!.killers[0]).toEqual({ claim: 'holds', draw: 0, replicates: 300, by: 'MSE' });
});

test('a mutant that no claim refuted is not killed', () => {
  const survivors = exampleEvidence.map((record) =>
    record.type === 'mutant' && record.mutant === 'clipping' ? { ...record, refuted: false } : record,
  );
  expect(buildReport(survivors, exampleStatements).counts.mutants).toEqual({ killed: 1, survived: 1 });
});

test('a counterexample carries the command that replays it', () => {
  expect(claim('fails').counterexamples).toMatchObject([
    {
      draw: 1,
      onFreshRandomness: 'refuted',
      replay: 'npm run claimcheck -- replay fails --seed 7 --tier quick --path 1:0:2',
    },
  ]);
});

test('a counterexample is about one setting, so no share of a domain is stated for it', () => {
  const pinned = {
    ...exampleRun,
    claims: exampleRun.claims.map((each) => ({ ...each, group: 'counterexamples' as const })),
  };
  expect(buildReport([pinned], exampleStatements).claims[0]!.mayFailOn).toBeNull();
  expect(claim('holds').mayFailOn).toBeCloseTo(1 - Math.sqrt(0.05), 12);
});

test('the weakest guarantee among its comparisons is that of the claim', () => {
  const asymptotic = draw('holds', 0, 1);
  const outcome = {
    ...asymptotic.outcome,
    comparisons: asymptotic.outcome.comparisons.map((each) => ({ ...each, guarantee: 'asymptotic' as const })),
  };
  const records = [exampleRun, { ...asymptotic, outcome }, draw('holds', 1, 1)];
  expect(buildReport(records, exampleStatements).claims[0]!.guarantee).toBe('asymptotic');
  expect(claim('holds').guarantee).toBe('non-asymptotic');
});

test('the order and the times of the records change nothing but the times of the report', () => {
  const timeless = (records: readonly EvidenceRecord[]) =>
    reportJson({ ...buildReport(records, exampleStatements), times: { total: 0, claims: {} } });
  fc.assert(
    fc.property(
      fc.shuffledSubarray([...exampleEvidence], { minLength: exampleEvidence.length }),
      fc.nat(),
      (records, milliseconds) => {
        const retimed = records.map((record) => (record.type === 'run' ? record : { ...record, milliseconds }));
        expect(timeless(retimed)).toBe(timeless(exampleEvidence));
      },
    ),
  );
});

test('times are sums over the records of a claim', () => {
  expect(report.times.claims.holds).toBe(10 + 11 + 5 + 5);
  expect(report.times.total).toBe(5 * 31);
});

test('evidence without a run record, or of another version, is refused', () => {
  expect(() => buildReport(exampleEvidence.slice(1), exampleStatements)).toThrow(/no run record/);
  expect(() => buildReport([{ ...exampleRun, version: 99 }], exampleStatements)).toThrow(/version 99/);
});

test('a claim that cites an unknown statement is an error', () => {
  const renamed = exampleStatements.map((each) => (each.id === 'true' ? { ...each, id: 'truth' } : each));
  expect(() => buildReport(exampleEvidence, renamed)).toThrow('claim holds cites true~1');
});
