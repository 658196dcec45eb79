import { budgetLines } from './budget.ts';

/** Vitest calls this when all tests are done: whoever reads that they passed reads with which probability they could be wrong. */
export async function teardown(): Promise<void> {
  const { claims } = await import('../properties/claims/index.ts');
  const { runRecord } = await import('../properties/run-record.ts');
  const { tiers } = await import('../properties/tier.ts');
  process.stdout.write(`\n${budgetLines(runRecord(claims, 1, tiers.quick)).join('\n')}\n`);
}
