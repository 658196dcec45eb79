import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { suites } from '../cli/suites.ts';
import { tinyRun } from '../cli/testing/tiny-run.ts';
import { reports } from '../cli/testing/tiny-suite/reports.ts';
import { suite } from '../cli/testing/tiny-suite/suite.ts';
import { suites as tinySuites } from '../cli/testing/tiny-suite/suites.ts';
import type { EvidenceRecord, RunRecord } from '../properties/engine/evidence/evidence.ts';
import { planRun } from '../properties/engine/plan/run-plan.ts';
import { repositoryRoot } from '../properties/engine/sources/repository.ts';
import type { Suite } from '../properties/engine/suite.ts';
import { claimOf } from '../properties/engine/suite-content.ts';
import { withDefaults } from '../properties/engine/suite-options.ts';
import { buildReport } from '../reports/model/build-report.ts';
import { testFolder } from './test-folder.ts';
import { type EndedFile, evidenceOfTests } from './tested-claims.ts';
import { ended, file, tested } from './testing/ended-files.ts';

/** The tiny suite, with another claim in its first group. */
const payoff = claimOf(suite, 'expected-payoff');
const second = { ...payoff, id: 'second-payoff' };
const walk = claimOf(suite, 'drifting-walk');
const tiny: Suite = { ...suite, claims: [payoff, second, walk] };

/** A run of the tiny suite: its records are those of the tests below. */
let records: readonly EvidenceRecord[];
beforeAll(async () => {
  ({ records } = await tinyRun());
});
const decisionsOf = (id: string) => records.filter((record) => record.type === 'decision' && record.claim === id);
const observations = (kind: string) =>
  records.filter((record) => record.type === 'observation' && record.kind === kind);
const recordOf = async (claims: Suite['claims'], seed = 1): Promise<RunRecord> =>
  (await planRun({ suite: tiny, claims, seed, tier: tiny.tiers[0]!, options: withDefaults(tiny.options) })).record;

const claimsOf = ([run]: readonly EvidenceRecord[]) => (run?.type === 'run' ? run.claims.map(({ id }) => id) : []);

test.each([...suites, ...tinySuites].map((listed) => [listed.id, listed] as const))(
  'every group of claims of suite %s has its file',
  async (_, listed) => {
    const { groups } = await listed.load();
    for (const { id } of groups)
      expect(existsSync(join(repositoryRoot, testFolder(listed), `${id}.test.ts`)), id).toBe(true);
  },
);

test('the run comes first, then claims in the order of the suite, whatever the order of the files, then curves', async () => {
  const curves = observations('replicated-runs');
  expect(curves.length).toBeGreaterThan(0);
  const shared = { meta: ended([await recordOf([walk], 2), ...curves, ...decisionsOf(walk.id)], 2) };
  const drawn = decisionsOf(payoff.id);
  const files = [
    file('walks', [tested(walk.id)], shared),
    file('bets', [tested(payoff.id, drawn, 'passed', 2), tested(second.id, undefined, 'skipped')]),
  ];
  expect(await evidenceOfTests(files, tiny)).toEqual([
    await recordOf([payoff, walk], 2),
    ...drawn,
    ...decisionsOf(walk.id),
    ...curves,
  ]);
});

describe('a claim', () => {
  const verdictOf = async (files: readonly EndedFile[]) => {
    const { claims } = buildReport(await evidenceOfTests(files, tiny), tiny, { reports });
    return claims.map(({ id, verdict, reasons }) => [id, verdict, reasons[0]]);
  };
  const undecided = (id: string) => [id, 'undecided', '10 of 10 settings missing'];

  test('whose tests were filtered out is not in the run', async () => {
    const files = [file('bets', [tested(payoff.id, undefined, 'skipped'), tested(second.id, [])])];
    expect(claimsOf(await evidenceOfTests(files, tiny))).toEqual([second.id]);
  });

  test.each(['failed', 'pending'])('whose tests %s without a record is undecided', async (state) => {
    expect(await verdictOf([file('bets', [tested(payoff.id, undefined, state)])])).toEqual([undecided(payoff.id)]);
  });

  test('whose file could not be loaded, or failed as a whole, is undecided', async () => {
    const both = [undecided(payoff.id), undecided(second.id)];
    expect(await verdictOf([file('bets', [])])).toEqual(both);
    const failed = file('bets', [tested(payoff.id, undefined, 'skipped')], { errors: () => [new Error('no data')] });
    expect(await verdictOf([failed])).toEqual(both);
  });
});

test('other tests are no evidence', async () => {
  expect(await evidenceOfTests([], tiny)).toEqual([]);
  expect(await evidenceOfTests([file('store', [tested(payoff.id, [])])], tiny)).toEqual([]);
});

test('tests of the claims of another suite are no evidence of this one, though groups and claims have the same names', async () => {
  const elsewhere = { relativeModuleId: 'properties/other/bets.test.ts', meta: ended(records, 1, 'other') };
  expect(await evidenceOfTests([file('bets', [tested(payoff.id)], elsewhere)], tiny)).toEqual([]);
});

test('tests of different seeds make no run', async () => {
  const files = [1, 2].map((seed) => file('bets', [tested(payoff.id, [], 'passed', seed)]));
  await expect(evidenceOfTests(files, tiny)).rejects.toThrow('these have 1, 2');
});

test('a shard of a test run says which it is, also without a claim, and keeps data of figures about claims that others test', async () => {
  const figures = observations('figure-data');
  expect(figures.length).toBeGreaterThan(0);
  const files = [file('figures', [tested('figure-data', figures)])];
  expect(await evidenceOfTests(files, tiny)).toEqual([]);
  const [run, ...rest] = await evidenceOfTests(files, tiny, { index: 2, count: 3 });
  expect(run).toMatchObject({ type: 'run', claims: [], shards: { of: 3, done: [2] } });
  expect(rest).toEqual(figures);
});
