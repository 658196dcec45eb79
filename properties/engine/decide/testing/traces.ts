import { expect } from 'vitest';
import type { ComparisonOutcome } from '../../claim.ts';

/** Expects that a trace agrees with its decision: the tests have reached their thresholds if and only if the verdict says so. */
export function expectAgreement({ verdict, trace }: ComparisonOutcome): void {
  const { replicates, support, refute, threshold } = trace!;
  expect([support.length, refute.length]).toEqual([replicates.length, replicates.length]);
  const reached = (evidence: readonly number[], level: number) => evidence.map((value) => value >= level);
  const before = replicates.slice(1).map(() => false);
  expect(reached(support, threshold.support)).toEqual([...before, verdict === 'supported']);
  expect(reached(refute, threshold.refute)).toEqual([...before, verdict === 'refuted']);
  expect(JSON.parse(JSON.stringify(trace))).toEqual(trace);
}
