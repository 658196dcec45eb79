import { expect, test } from 'vitest';
import type { CoverageRecord } from '../../properties/engine/evidence/evidence.ts';
import { buildReport } from '../model/report.ts';
import { exampleEvidence, exampleRun, exampleStatements } from '../testing/evidence.ts';

const sources = {
  'properties/claims/fails.ts': 'a',
  'properties/claims/holds.ts': 'a',
  'properties/judge.ts': 'a',
  'sim/run.ts': 'a',
  'theory/constants.ts': 'a',
  'theory/law.ts': 'a',
};
const coverage: readonly CoverageRecord[] = [
  { type: 'coverage', claim: null, files: { 'sim/run.ts': [[1, 9]], 'theory/law.ts': [[1, 9]] }, sources },
  { type: 'coverage', claim: 'holds', files: { 'theory/law.ts': [[1, 3]], 'theory/constants.ts': [] } },
];
const evidence = [{ ...exampleRun, sources }, ...exampleEvidence.slice(1)];

/** What is stale of a claim once some files have changed. */
function stale(claim: string, changed: Readonly<Record<string, string>>, measured = coverage): string | null {
  const now = { ...sources, ...changed };
  const report = buildReport([...evidence, ...measured], exampleStatements, { sources: now });
  return report.claims.find(({ id }) => id === claim)!.stale;
}

test('nothing is stale against the sources of the run itself', () => {
  expect(stale('holds', {})).toBeNull();
  expect(buildReport(evidence, exampleStatements).claims.map((claim) => claim.stale)).toEqual(Array(5).fill(null));
});

test.each([
  'theory/law.ts',
  'theory/constants.ts',
  'properties/claims/holds.ts',
  'properties/judge.ts',
  'properties/new.ts',
])('a claim is stale when %s changed, which it executes, loads, is written or is decided in', (file) => {
  expect(stale('holds', { [file]: 'b' })).toBe(`1 file that it depends on changed since the evidence: ${file}`);
});

test.each(['sim/run.ts', 'properties/claims/fails.ts', 'theory/new.ts'])(
  'a claim is not stale when %s changed, which is not its own',
  (file) => {
    expect(stale('holds', { [file]: 'b' })).toBeNull();
  },
);

test('a claim whose lines were not measured is stale by any change, and it is said why', () => {
  const said = '1 file of the suite changed since the evidence: sim/run.ts (which it executes was not measured)';
  expect(stale('fails', { 'sim/run.ts': 'b' })).toBe(said);
  expect(stale('holds', { 'sim/run.ts': 'b' }, [])).toBe(said);
});

test('a file that is gone has changed; of many, three are named', () => {
  const { 'theory/law.ts': _, ...left } = sources;
  const report = buildReport([...evidence, ...coverage], exampleStatements, { sources: left });
  expect(report.claims[0]!.stale).toContain('theory/law.ts');
  const all = Object.fromEntries(Object.keys(sources).map((file) => [file, 'b']));
  expect(stale('fails', all)).toContain(
    '6 files of the suite changed since the evidence: properties/claims/fails.ts, properties/claims/holds.ts, properties/judge.ts and 3 others',
  );
});

test('a stale claim is a gap of its statements; its verdict stands, as what it was', () => {
  const report = buildReport([...evidence, ...coverage], exampleStatements, {
    sources: { ...sources, 'theory/law.ts': 'b' },
  });
  expect(report.statements[0]).toMatchObject({
    status: 'supported',
    gaps: [{ kind: 'stale', reason: 'holds: 1 file that it depends on changed since the evidence: theory/law.ts' }],
  });
});
