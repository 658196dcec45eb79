import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DecisionRecord, EvidenceRecord, MutantRecord, RunRecord } from './evidence/evidence.ts';
import { judge, overallVerdict } from './judge.ts';
import { planRun } from './plan/run-plan.ts';
import { claimOf, tierOf } from './suite-content.ts';
import { carryOut } from './testing/carry-out.ts';
import { suite } from './testing/walks/suite.ts';

const claims = ['share-of-heads', 'sum-of-odd-numbers'].map((id) => claimOf(suite, id));
const evidence = await carryOut(await planRun({ suite, claims, seed: 1, tier: tierOf(suite, 'quick') }));
const run = evidence[0] as RunRecord;

/** What is said of share-of-heads where its records are changed; a record that is changed to undefined is missing. */
function judged(change: (record: DecisionRecord | MutantRecord) => EvidenceRecord | undefined) {
  const changed = evidence.flatMap((record) =>
    (record.type === 'decision' || record.type === 'mutant') && record.claim === 'share-of-heads'
      ? (change(record) ?? [])
      : record,
  );
  const [{ verdict, reasons, gaps }] = judge(run, changed) as [ReturnType<typeof judge>[number]];
  return { verdict, reasons, gaps };
}

const supported = { verdict: 'supported', reasons: [], gaps: [] };

test('a claim is supported when all its settings are, its strata exercised and its mutants refuted, in any order of the records', () => {
  expect(judged((record) => record)).toEqual(supported);
  fc.assert(
    fc.property(fc.shuffledSubarray(evidence, { minLength: evidence.length }), (shuffled) => {
      expect(judge(run, shuffled)).toEqual(judge(run, evidence));
    }),
    { numRuns: 10 },
  );
});

const verdictOf = (record: DecisionRecord, verdict: 'refuted' | 'undecided') => ({
  ...record,
  outcome: { ...record.outcome, verdict },
});

test.each(['refuted', 'undecided'] as const)('one setting that is %s makes its claim so', (verdict) => {
  const found = judged((record) =>
    record.type === 'decision' && record.index === 2 ? verdictOf(record, verdict) : record,
  );
  expect(found).toEqual({ verdict, reasons: [`setting 2 ${verdict}`], gaps: [] });
});

test.each<[string, (record: DecisionRecord | MutantRecord) => EvidenceRecord | undefined, string[]]>([
  [
    'a setting is missing',
    (record) => (record.type === 'decision' && record.index === 1 ? undefined : record),
    ['1 of 4 settings missing', "stratum 'common' exercised 1 times, 2 promised"],
  ],
  [
    'a stratum is not exercised as often as promised',
    (record) => (record.type === 'decision' && record.index === 0 ? { ...record, strata: ['common'] } : record),
    ["stratum 'rare' exercised 1 times, 2 promised"],
  ],
  [
    'a mutant survives',
    (record) => (record.type === 'mutant' ? { ...record, refuted: record.mutant !== 'always-even' } : record),
    ['mutant always-even survived'],
  ],
  [
    'a mutant was not tried',
    (record) => (record.type === 'mutant' && record.mutant === 'loaded-coin' ? undefined : record),
    ['mutant loaded-coin was not tried'],
  ],
])('a claim is undecided where %s', (_, change, gaps) => {
  expect(judged(change)).toEqual({ verdict: 'undecided', reasons: gaps, gaps });
});

test('a run is refuted if a claim is, else undecided if a claim is, else supported', () => {
  const overall = (...verdicts: readonly ('supported' | 'refuted' | 'undecided')[]) =>
    overallVerdict(verdicts.map((verdict) => ({ verdict })));
  expect(overall('supported', 'undecided', 'refuted')).toBe('refuted');
  expect(overall('supported', 'undecided')).toBe('undecided');
  expect(overall('supported', 'supported')).toBe('supported');
});

test('the share on which a claim may still fail is stated where settings are drawn, and only there', () => {
  const [share] = judge(run, evidence);
  // 4 draws that all hold: with a failing share of s they do so with probability (1 − s)^4, which is 5 % at this s.
  expect((1 - share!.mayFailOn!) ** 4).toBeCloseTo(0.05, 12);
  const fixed = { claims: run.claims.map((claim) => ({ ...claim, drawn: false })) };
  expect(judge(fixed, evidence)[0]!.mayFailOn).toBeNull();
});
