import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Starts first what takes longest, so that no core waits for it at the end. Vitest does so by the times of earlier runs; a fresh checkout has
 * none, and there the files that verify claims, a line each, would come last: after their size.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Retraining generators takes as long as all the rest. */
const ranks = [/\/properties\/[^/]+\/vae\.test\.ts$/, /\/properties\/(?!engine)[^/]+\/[^/]+\.test\.ts$/];

function rank({ moduleId }: TestSpecification): number {
  const place = ranks.findIndex((pattern) => pattern.test(moduleId));
  return place < 0 ? ranks.length : place;
}
