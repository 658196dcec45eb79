import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';

/** The seed of `npm test`: fixed, so that a test that failed fails again. CLAIMCHECK_SEED gives another seed. */
export const testSeed = Number(process.env.CLAIMCHECK_SEED ?? 1);

/** What tests of claims found. It travels with the test from its process to the reporter, which makes one report for each suite. */
export interface TestEvidence {
  /** Id of the suite. */
  readonly suite: string;
  readonly seed: number;
  readonly records: readonly EvidenceRecord[];
}

declare module 'vitest' {
  interface TaskMeta {
    /** What a test, or a test file as a whole, found. The records of a test file have the run record of its claims. */
    evidence?: TestEvidence;
  }
}
