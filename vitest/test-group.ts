import { describe, expect, test } from 'vitest';
import type { ClaimGroup } from '../properties/engine/claim.ts';
import type { DrawRecord } from '../properties/engine/evidence/evidence.ts';
import { runRecord } from '../properties/engine/evidence/run-record.ts';
import { judge } from '../properties/engine/judge.ts';
import { errorsOf } from '../properties/engine/kinds/drawn-settings/plan.ts';
import { attack, drawsOf, verifyDraw } from '../properties/engine/kinds/drawn-settings/verify.ts';
import { tiers } from '../properties/engine/tier.ts';
import { drawnClaims } from '../properties/verified-retraining/claims/index.ts';
import { mutantById } from '../properties/verified-retraining/mutants/index.ts';
import { testSeed as seed } from './test-evidence.ts';

/** Declares the tests of a group of claims: each claim is supported on all its draws, and each of its mutants refuted. */
export function testGroup(group: ClaimGroup): void {
  const tier = tiers.quick;
  const options = { seed, tier, errors: errorsOf(tier) };
  for (const claim of drawnClaims.filter((each) => each.group === group)) {
    describe(claim.id, () => {
      test(claim.title, ({ task }) => {
        const draws: DrawRecord[] = [];
        task.meta.evidence = { seed, records: draws };
        for (let index = 0; index < drawsOf(claim, tier); index += 1) draws.push(verifyDraw(claim, index, options));
        // The mutants are tests of their own below: here the claim is judged by its draws alone.
        const [judgement] = judge(runRecord([{ ...claim, mutants: [] }], seed, tier), draws);
        // One is enough to start from; the report has all of them, and the commands that replay them.
        const { setting, path } = draws.find(({ counterexample }) => counterexample)?.counterexample ?? {};
        const { verdict, reasons } = judgement!;
        expect({ verdict, reasons, setting, path }).toEqual({ verdict: 'supported', reasons: [] });
      });
      for (const id of claim.mutants) {
        test(`is refuted when ${mutantById(id).title}`, ({ task }) => {
          const attacked = attack(claim, mutantById(id), options);
          task.meta.evidence = { seed, records: [attacked] };
          expect(attacked).toMatchObject({ mutant: id, refuted: true });
        });
      }
    });
  }
}
