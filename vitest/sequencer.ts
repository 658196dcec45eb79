import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Starts the longest test files first, so that no core waits for one of them at the end. Vitest sorts by the times of earlier runs. A fresh checkout
 * has no such times, and vitest sorts by size: the files that verify claims are the shortest and take longest.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted((a, b) => rank(a) - rank(b));
  }
}

/** Patterns of files in the order in which they start. Retraining generators takes as long as all the rest. */
const ranks = [/\/properties\/[^/]+\/vae\.test\.ts$/, /\/properties\/(?!engine)[^/]+\/[^/]+\.test\.ts$/];

function rank({ moduleId }: TestSpecification): number {
  const place = ranks.findIndex((pattern) => pattern.test(moduleId));
  return place < 0 ? ranks.length : place;
}
