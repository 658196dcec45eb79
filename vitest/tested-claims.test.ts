import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Claim } from '../properties/engine/claim.ts';
import type { CurveRecord, EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { runRecord } from '../properties/engine/evidence/run-record.ts';
import { tiers } from '../properties/engine/tier.ts';
import { claimById, claims } from '../properties/verified-retraining/claims/index.ts';
import { buildReport } from '../reports/model/build-report.ts';
import { draw } from '../reports/testing/evidence.ts';
import { statements } from '../theory/verified-retraining/statements/index.ts';
import type { TestEvidence } from './test-evidence.ts';
import { type EndedFile, type EndedTest, evidenceOfTests } from './tested-claims.ts';

const gain = claimById('gain-sign');
const [first, second] = claims.filter(({ group }) => group === 'counterexamples') as [Claim, Claim];

function ended(records: readonly EvidenceRecord[] | undefined, seed: number) {
  const evidence: { evidence?: TestEvidence } = records === undefined ? {} : { evidence: { seed, records } };
  return () => evidence;
}

const tested = (claim: Claim, records?: readonly EvidenceRecord[], state = 'passed', seed = 1): EndedTest => ({
  parent: { type: 'suite', name: claim.id },
  result: () => ({ state }),
  meta: ended(records, seed),
});

const file = (group: string, tests: readonly EndedTest[], rest: Partial<EndedFile> = {}): EndedFile => ({
  relativeModuleId: `properties/verified-retraining/${group}.test.ts`,
  children: { allTests: () => tests },
  errors: () => [],
  meta: () => ({}),
  ...rest,
});

const claimsOf = ([run]: readonly EvidenceRecord[]) => (run?.type === 'run' ? run.claims.map(({ id }) => id) : []);

test('every group of claims has its file', () => {
  for (const { group } of claims)
    expect(existsSync(new URL(`../properties/verified-retraining/${group}.test.ts`, import.meta.url)), group).toBe(
      true,
    );
});

test('the run comes first, then claims in the order of the registry, whatever the order of the files, then curves', () => {
  const curve: CurveRecord = {
    type: 'curve',
    digits: 'procedural',
    setting: 'warm',
    arm: {} as CurveRecord['arm'],
    replicate: 0,
    rounds: [],
  };
  const vae = claims.find(({ group }) => group === 'vae')!;
  const laboratory = { engine: { name: 'onnx', description: 'one thread' }, digits: [] };
  const shared = { meta: ended([runRecord([vae], 2, tiers.quick, laboratory), curve, draw(vae.id, 0, 1)], 2) };
  const drawn = [draw(gain.id, 0, 1), draw(gain.id, 1, 1)];
  const files = [file('vae', [tested(vae)], shared), file('gain', [tested(gain, drawn, 'passed', 2)])];
  expect(evidenceOfTests(files)).toEqual([
    runRecord([gain, vae], 2, tiers.quick, laboratory),
    ...drawn,
    draw(vae.id, 0, 1),
    curve,
  ]);
});

describe('a claim', () => {
  const verdictOf = (files: readonly EndedFile[]) => {
    const { claims: reported } = buildReport(evidenceOfTests(files), statements);
    return reported.map(({ id, verdict, reasons }) => [id, verdict, reasons[0]]);
  };

  test('whose tests were filtered out is not in the run', () => {
    const files = [file('counterexamples', [tested(first, undefined, 'skipped'), tested(second, [])])];
    expect(claimsOf(evidenceOfTests(files))).toEqual([second.id]);
  });

  test.each(['failed', 'pending'])('whose tests %s without a record is undecided', (state) => {
    expect(verdictOf([file('gain', [tested(gain, undefined, state)])])).toEqual([
      [gain.id, 'undecided', '30 of 30 draws missing'],
    ]);
  });

  test('whose file could not be loaded, or failed as a whole, is undecided', () => {
    const undecided = [[gain.id, 'undecided', '30 of 30 draws missing']];
    expect(verdictOf([file('gain', [])])).toEqual(undecided);
    const failed = file('gain', [tested(gain, undefined, 'skipped')], { errors: () => [new Error('no digits')] });
    expect(verdictOf([failed])).toEqual(undecided);
  });
});

test('other tests are no evidence', () => {
  expect(evidenceOfTests([])).toEqual([]);
  expect(evidenceOfTests([file('store', [tested(gain, [])])])).toEqual([]);
});

test('tests of different seeds make no run', () => {
  const files = [1, 2].map((seed) => file('gain', [tested(gain, [], 'passed', seed)]));
  expect(() => evidenceOfTests(files)).toThrow('these have 1, 2');
});

test('a shard of a test run says which it is, also without a claim, and keeps the illustrations of claims that others test', () => {
  const illustration: EvidenceRecord = { type: 'illustration', illustration: 'regimes', replicates: 1, series: [] };
  const files = [file('illustrations', [tested(gain, [illustration])])];
  expect(evidenceOfTests(files)).toEqual([]);
  const [run, ...records] = evidenceOfTests(files, { index: 2, count: 3 });
  expect(run).toMatchObject({ type: 'run', claims: [], shards: { of: 3, done: [2] } });
  expect(records).toEqual([illustration]);
});
