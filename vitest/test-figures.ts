import { expect, test } from 'vitest';
import { withTemporaryCheckpoints } from '../properties/engine/pool/disk-checkpoints.ts';
import { openPool } from '../properties/engine/pool/worker-pool.ts';
import type { Suite } from '../properties/engine/suite.ts';
import { withDefaults } from '../properties/engine/suite-options.ts';
import { testSeed as seed } from './test-evidence.ts';

/** Declares tests of the kinds of work that decide no claim, such as data of figures. They are no part of a group: a figure may be about claims of several groups. */
export function testFigures(suite: Suite): void {
  const beside = suite.kinds.filter((kind) => !suite.claims.some((claim) => kind.decides(claim)));
  for (const kind of beside) {
    test(`${kind.id} is made`, async ({ task }) => {
      const { claims, tiers } = suite;
      const plan = await kind.plan({ suite, claims, seed, tier: tiers[0]!, options: withDefaults(suite.options) });
      await withTemporaryCheckpoints(async (checkpoints) => {
        const pool = openPool(0, { suite, checkpoints, local: {} });
        const runtime = { submit: pool.submit, checkpoints: pool.checkpoints, decided: () => {}, ran: () => {} };
        const records = await plan.carryOut(plan.parts, runtime);
        task.meta.evidence = { suite: suite.id, seed, records };
        expect(records).toHaveLength(plan.parts.length);
      });
    });
  }
}
