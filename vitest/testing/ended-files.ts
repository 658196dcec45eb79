import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { TestEvidence } from '../test-evidence.ts';
import type { EndedFile, EndedTest } from '../tested-claims.ts';

/** For tests: what the metadata of a test or of a test file hold of a suite, the tiny one when no id is given. */
export function ended(found: readonly EvidenceRecord[] | undefined, seed: number, id = 'tiny') {
  const evidence: { evidence?: TestEvidence } =
    found === undefined ? {} : { evidence: { suite: id, seed, records: found } };
  return () => evidence;
}

/** For tests: a test of a claim, and what it found. */
export const tested = (id: string, found?: readonly EvidenceRecord[], state = 'passed', seed = 1): EndedTest => ({
  parent: { type: 'suite', name: id },
  result: () => ({ state }),
  meta: ended(found, seed),
});

/** For tests: a test file of the tiny suite. */
export const file = (name: string, tests: readonly EndedTest[], rest: Partial<EndedFile> = {}): EndedFile => ({
  relativeModuleId: `cli/testing/tiny-suite/${name}.test.ts`,
  children: { allTests: () => tests },
  errors: () => [],
  meta: () => ({}),
  ...rest,
});
