import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';

/** The seed of `npm test`: fixed, so that a red test is red again; CLAIMCHECK_SEED tries another. */
export const testSeed = Number(process.env.CLAIMCHECK_SEED ?? 1);

/** What tests of claims found. It travels with the test from its process to the reporter, which makes one report a suite of all. */
export interface TestEvidence {
  /** Id of the suite. */
  readonly suite: string;
  readonly seed: number;
  readonly records: readonly EvidenceRecord[];
}

declare module 'vitest' {
  interface TaskMeta {
    /** Of a test, or of a test file: there the run record of its claims is among the records. */
    evidence?: TestEvidence;
  }
}
