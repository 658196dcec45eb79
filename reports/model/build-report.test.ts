import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { reportJson } from '../json.ts';
import { decision, exampleEvidence, exampleRun } from '../testing/evidence.ts';
import { replicatedEvidence } from '../testing/replicated.ts';
import { reportOf } from '../testing/reports.ts';
import { exampleStatements } from '../testing/suite.ts';

const report = reportOf(exampleEvidence);
const claim = (id: string) => report.claims.find((each) => each.id === id)!;

test('each claim has its verdict and the reasons for it', () => {
  expect(report.claims.map(({ id, verdict, reasons }) => ({ id, verdict, reasons }))).toEqual([
    { id: 'holds', verdict: 'supported', reasons: [] },
    { id: 'fails', verdict: 'refuted', reasons: ['setting 1 refuted'] },
    { id: 'mutant-survives', verdict: 'undecided', reasons: ['mutant one-sided survived'] },
    {
      id: 'stratum-missed',
      verdict: 'undecided',
      reasons: ["stratum 'large' exercised 0 times, 1 promised"],
    },
    { id: 'counterexample', verdict: 'supported', reasons: [] },
  ]);
  expect(report.verdict).toBe('refuted');
});

test('statements have the worst verdict of their claims, in the order of the manifest', () => {
  expect(report.statements.map(({ reference, status, claims }) => [reference, status, claims])).toEqual([
    ['true~1', 'supported', ['holds']],
    ['false~1', 'refuted', ['fails']],
    ['weak~1', 'undecided', ['mutant-survives', 'stratum-missed']],
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
  const { statements } = reportOf([{ ...exampleRun, claims }, ...exampleEvidence.slice(1)]);
  expect(statements.find(({ reference }) => reference === 'weak~1')!.status).toBe(status);
});

test('counts add up', () => {
  expect(report.counts).toEqual({
    claims: { supported: 2, refuted: 1, undecided: 2 },
    statements: { supported: 2, refuted: 1, undecided: 1, 'not yet covered': 2, 'out of scope': 1 },
    mutants: { killed: 2, survived: 0 },
    settings: 10,
    replicates: 10_000,
  });
});

test('the kill matrix names killers with setting and replicates, and who missed a mutant', () => {
  const [clipping, oneSided] = report.mutants;
  expect(clipping!.killers).toHaveLength(5);
  expect(oneSided!.survived).toEqual(['mutant-survives']);
  expect(oneSided!.killers[0]).toEqual({ claim: 'holds', index: 0, replicates: 300, by: 'MSE' });
});

test('a mutant that no claim refuted is not killed', () => {
  const survivors = exampleEvidence.map((record) =>
    record.type === 'mutant' && record.mutant === 'clipping' ? { ...record, refuted: false } : record,
  );
  expect(reportOf(survivors).counts.mutants).toEqual({ killed: 1, survived: 1 });
});

test('a counterexample carries the command that replays it', () => {
  expect(claim('fails').counterexamples).toMatchObject([
    {
      index: 1,
      onFreshRandomness: 'refuted',
      replay: 'npm run claimcheck -- replay fails --suite example --seed 7 --tier quick --path 1:0:2',
    },
  ]);
});

test('where settings are fixed no share of a domain is stated, and counterexamples are as they are', () => {
  const fixed = exampleEvidence.map((record) =>
    record.type === 'run' ? { ...record, claims: record.claims.map((each) => ({ ...each, drawn: false })) } : record,
  );
  const { claims } = reportOf(fixed);
  expect(claims[0]!.mayFailOn).toBeNull();
  expect(claims[1]!.counterexamples[0]!.minimal).toBe(false);
  expect(claim('fails').counterexamples[0]!.minimal).toBe(true);
  expect(claim('holds').mayFailOn).toBeCloseTo(1 - Math.sqrt(0.05), 12);
});

test('the weakest guarantee among its comparisons is that of the claim', () => {
  const asymptotic = decision('holds', 0, 1);
  const outcome = {
    ...asymptotic.outcome,
    comparisons: asymptotic.outcome.comparisons.map((each) => ({ ...each, guarantee: 'asymptotic' as const })),
  };
  const records = [exampleRun, { ...asymptotic, outcome }, decision('holds', 1, 1)];
  expect(reportOf(records).claims[0]!.guarantee).toBe('asymptotic');
  expect(claim('holds').guarantee).toBe('non-asymptotic');
});

test('the order and the times of the records change nothing but the times of the report', () => {
  const timeless = (records: readonly EvidenceRecord[]) =>
    reportJson({ ...reportOf(records), times: { total: 0, claims: {} } });
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

test('evidence without a run record, of another version or of another suite is refused', () => {
  expect(() => reportOf(exampleEvidence.slice(1))).toThrow(/no run record/);
  expect(() => reportOf([{ ...exampleRun, version: 99 }])).toThrow(/version 99/);
  expect(() => reportOf(exampleEvidence, { id: 'other' })).toThrow(
    'the evidence is of the suite example, and the suite other is reported',
  );
});

test('what a suite shows of its own is in the report: its attachments, and a sentence on the data of its backend', () => {
  expect([report.attachments, report.backend]).toEqual([[], null]);
  const { attachments, backend } = reportOf(replicatedEvidence);
  expect(attachments).toEqual([{ file: 'observed.png', caption: 'What was observed.' }]);
  expect(backend!.data.map(({ text }) => text)[0]).toBe(
    'Data: the first colony (SHA-256 a1b2). A perfect run would be observed at 0.06.',
  );
});

test('a claim that cites an unknown statement is an error', () => {
  const renamed = exampleStatements.map((each) => (each.id === 'true' ? { ...each, id: 'truth' } : each));
  expect(() => reportOf(exampleEvidence, { statements: renamed })).toThrow('claim holds cites true~1');
});
