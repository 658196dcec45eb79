import { expect, test } from 'vitest';
import { exampleEvidence, exampleRun } from '../testing/evidence.ts';
import { reportOf } from '../testing/reports.ts';
import { sourcesOfRun } from './stale.ts';

const files = {
  'properties/claims/fails.ts': 'a',
  'properties/claims/holds.ts': 'a',
  'properties/judge.ts': 'a',
  'sim/run.ts': 'a',
  'theory/law.ts': 'a',
};
const run = { ...exampleRun, sources: files };
const evidence = [run, ...exampleEvidence.slice(1)];
const { claims } = sourcesOfRun(run);

/** What is stale of a claim, by the digests of claims and files as they are now. */
function stale(claim: string, now: Readonly<Record<string, string | undefined>>, changed: object = {}): string | null {
  const known = Object.entries({ ...claims, ...now }).filter(([, digest]) => digest !== undefined);
  const sources = { claims: Object.fromEntries(known) as Record<string, string>, files: { ...files, ...changed } };
  return reportOf(evidence, { sources }).claims.find(({ id }) => id === claim)!.stale;
}

test('nothing is stale against the sources of the run itself', () => {
  expect(stale('holds', {})).toBeNull();
  expect(reportOf(evidence).claims.map((claim) => claim.stale)).toEqual(Array(5).fill(null));
});

test('a claim is stale when the digest of what it depends on is another one, and the changed files are named', () => {
  expect(stale('holds', { holds: 'another' }, { 'theory/law.ts': 'b', 'theory/new.ts': 'b' })).toBe(
    'code that it depends on changed since the evidence; changed files of the run: theory/law.ts, theory/new.ts',
  );
});

test('a claim is fresh when files changed that it does not depend on', () => {
  expect(stale('holds', { fails: 'another' }, { 'properties/claims/fails.ts': 'b' })).toBeNull();
});

test('a claim is stale where no changed file is known', () => {
  expect(stale('holds', { holds: 'another' })).toBe('code that it depends on changed since the evidence');
});

test('a claim that the suite no longer has is stale, also one that is named like a method of objects', () => {
  expect(stale('holds', { holds: undefined })).toBe('the suite has no such claim any more');
  const named = evidence.map((record) =>
    record.type === 'run'
      ? { ...record, claims: record.claims.map((claim) => ({ ...claim, id: 'toString' })) }
      : record,
  );
  const [claim] = reportOf(named, { sources: { claims: {}, files } }).claims;
  expect(claim!.stale).toBe('the suite has no such claim any more');
});

test('the digests may be those of some claims: files of others are not named', () => {
  const sources = { claims: { holds: 'another' }, files: { 'theory/law.ts': 'b', 'sim/run.ts': 'a' } };
  expect(reportOf(evidence, { sources }).claims[0]!.stale).toMatch(/changed files of the run: theory\/law\.ts$/);
});

test('of many changed files, three are named', () => {
  const all = Object.fromEntries(Object.keys(files).map((file) => [file, 'b']));
  expect(stale('holds', { holds: 'another' }, all)).toContain(
    'changed files of the run: properties/claims/fails.ts, properties/claims/holds.ts, properties/judge.ts and 2 others',
  );
});

test('a stale claim is a gap of its statements; its verdict stands, as what it was', () => {
  const sources = { claims: { ...claims, holds: 'another' }, files: { ...files, 'theory/law.ts': 'b' } };
  expect(reportOf(evidence, { sources }).statements[0]).toMatchObject({
    status: 'supported',
    gaps: [
      {
        kind: 'stale',
        reason: 'holds: code that it depends on changed since the evidence; changed files of the run: theory/law.ts',
      },
    ],
  });
});
