import { availableParallelism } from 'node:os';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Claim } from '../properties/engine/claim.ts';
import type {
  DecisionRecord,
  EvidenceRecord,
  MutantRecord,
  RunRecord,
} from '../properties/engine/evidence/evidence.ts';
import { judge } from '../properties/engine/judge.ts';
import { drawnErrors } from '../properties/engine/kinds/drawn-settings/budget.ts';
import { type DrawnClaim, isDrawn } from '../properties/engine/kinds/drawn-settings/claim.ts';
import { drawsOf, tryMutant, verifyDraw } from '../properties/engine/kinds/drawn-settings/draw.ts';
import { planRun } from '../properties/engine/plan/run-plan.ts';
import { withTemporaryCheckpoints } from '../properties/engine/pool/disk-checkpoints.ts';
import { noJournal } from '../properties/engine/pool/journal.ts';
import { openPool } from '../properties/engine/pool/worker-pool.ts';
import { run } from '../properties/engine/run.ts';
import type { Suite } from '../properties/engine/suite.ts';
import { localOptions, mutantOf } from '../properties/engine/suite-content.ts';
import { withDefaults } from '../properties/engine/suite-options.ts';
import { testSeed as seed } from './test-evidence.ts';

/** Several times what the slowest group takes on two busy cores: only a test that hangs takes longer. */
const TIMEOUT_MS = 60 * 60_000;

/** Declares the tests of a group of a suite's claims: each claim is supported on all its settings, and refutes each of its mutants. */
export function testGroup(suite: Suite, group: string): void {
  const claims = suite.claims.filter((claim) => claim.group === group);
  const drawn = claims.filter(isDrawn);
  if (drawn.length === claims.length) testOneByOne(suite, drawn);
  else testTogether(suite, claims);
}

/** Declares a test for each claim and for each of its mutants. Claims that draw their settings share no work. */
function testOneByOne(suite: Suite, claims: readonly DrawnClaim[]): void {
  const tier = suite.tiers[0]!;
  const options = { seed, tier, errors: drawnErrors(suite, tier) };
  const evidence = (records: readonly EvidenceRecord[]) => ({ suite: suite.id, seed, records });
  let record: RunRecord;

  // biome-ignore lint/correctness/noEmptyPattern: vitest takes no other first argument
  beforeAll(async ({}, { meta }) => {
    record = (await planRun({ suite, claims, seed, tier, options: withDefaults(suite.options) })).record;
    meta.evidence = evidence([record]);
  });

  for (const claim of claims) {
    describe(claim.id, () => {
      test(claim.title, ({ task }) => {
        const decisions: DecisionRecord[] = [];
        task.meta.evidence = evidence(decisions);
        const inWorld = { ...options, world: suite.world };
        for (let index = 0; index < drawsOf(claim, tier); index += 1) decisions.push(verifyDraw(claim, index, inWorld));
        // Each mutant has a test of its own below: here the claim is judged by its settings alone.
        const described = record.claims.filter(({ id }) => id === claim.id).map((each) => ({ ...each, mutants: [] }));
        const [judgement] = judge({ claims: described }, decisions);
        // One counterexample is enough to start from. The report has all of them, and the commands that replay them.
        const { setting, path } = decisions.find(({ counterexample }) => counterexample)?.counterexample ?? {};
        const { verdict, reasons } = judgement!;
        expect({ verdict, reasons, setting, path }).toEqual({ verdict: 'supported', reasons: [] });
      });
      for (const id of claim.mutants) {
        test(titleOf(suite, id), ({ task }) => {
          const tried = tryMutant(claim, mutantOf(suite, id), options);
          task.meta.evidence = evidence([tried]);
          expect(tried).toMatchObject({ mutant: id, refuted: true });
        });
      }
    });
  }
}

/** Declares tests of claims whose decisions share work: they are decided in one run, on all cores. */
function testTogether(suite: Suite, claims: readonly Claim[]): void {
  const tier = suite.tiers[0]!;
  const options = withDefaults(suite.options);
  let records: readonly EvidenceRecord[];

  // biome-ignore lint/correctness/noEmptyPattern: vitest takes no other first argument
  beforeAll(async ({}, { meta }) => {
    const plan = await planRun({ suite, claims, seed, tier, options });
    await withTemporaryCheckpoints(async (checkpoints) => {
      const pool = openPool(availableParallelism(), { suite, checkpoints, local: localOptions(suite, options) });
      records = await run(plan, { pool, journal: noJournal }).finally(() => pool.dispose());
    });
    const own = records.filter((record) => record.type !== 'observation' || decidesClaims(suite, record.kind));
    meta.evidence = { suite: suite.id, seed, records: own };
  }, TIMEOUT_MS);

  describe.each(claims.map((claim) => [claim.id, claim] as const))('%s', (id, claim) => {
    test(claim.title, ({ skip }) => {
      const described = (records[0] as RunRecord).claims.filter((each) => each.id === id);
      // A claim that the tier leaves out has nothing to show.
      if (described.length === 0) return skip('the tier has no setting on which it is said to hold');
      // Each of its mutants is a test of its own below.
      const [judgement] = judge({ claims: described.map((each) => ({ ...each, mutants: [] })) }, records);
      const { verdict, reasons } = judgement!;
      expect({ verdict, reasons }).toEqual({ verdict: 'supported', reasons: [] });
    });
    for (const mutant of claim.mutants) {
      test(titleOf(suite, mutant), () => {
        const tried = records.find(
          (record): record is MutantRecord =>
            record.type === 'mutant' && record.claim === id && record.mutant === mutant,
        );
        expect(tried).toMatchObject({ refuted: true });
      });
    }
  });
}

/** Whether a kind of work decides claims. Observations of one that decides none, such as data of figures, have tests of their own. */
function decidesClaims({ kinds, claims }: Suite, id: string): boolean {
  return kinds.some((kind) => kind.id === id && claims.some((claim) => kind.decides(claim)));
}

function titleOf(suite: Suite, mutant: string): string {
  return `is refuted when ${mutantOf(suite, mutant).title}`;
}
