import type { TestModule } from 'vitest/node';
import type { Claim } from '../properties/claim.ts';
import { claims } from '../properties/claims/index.ts';
import type { EvidenceRecord } from '../properties/evidence.ts';
import { runRecord } from '../properties/run-record.ts';
import { testSeed } from '../properties/test-evidence.ts';
import { tiers } from '../properties/tier.ts';

/** What a test file shows of itself when a test run has ended. */
export type EndedModule = Pick<TestModule, 'relativeModuleId' | 'children' | 'errors' | 'meta'>;

/**
 * The evidence of a test run in the order of `claimcheck verify`: the run, its claims, then what they share. A claim whose tests crashed is in
 * it without the records that it did not come to; one whose tests were not asked for is not. None when no claim was tested.
 * @throws RangeError when tests used different seeds, as shards of different runs do.
 */
export function evidenceOfTests(modules: readonly EndedModule[]): EvidenceRecord[] {
  const chosen = claims.filter((claim) => modules.some((each) => wasTested(claim, each)));
  if (chosen.length === 0) return [];
  const found = modules.flatMap((each) =>
    [each, ...each.children.allTests()].flatMap((task) => task.meta().evidence ?? []),
  );
  const records = found.flatMap((evidence) => evidence.records);
  const equipped = records.find((record) => record.type === 'run');
  const laboratory = equipped?.engine ? { engine: equipped.engine, digits: equipped.digits } : undefined;
  const ofClaim = ({ id }: Claim) =>
    records.filter((record) => (record.type === 'draw' || record.type === 'mutant') && record.claim === id);
  return [
    runRecord(chosen, seedOf(found), tiers.quick, laboratory),
    ...chosen.flatMap(ofClaim),
    ...records.filter(({ type }) => type === 'curve'),
    ...records.filter(({ type }) => type === 'illustration'),
  ];
}

function seedOf(found: readonly { readonly seed: number }[]): number {
  const [seed = testSeed, ...others] = new Set(found.map((evidence) => evidence.seed));
  if (others.length > 0)
    throw new RangeError(`tests of one run have one seed, and these used ${[seed, ...others].join(', ')}`);
  return seed;
}

/** Whether a file is that of the claim's group, and the claim's tests were not filtered out. A file that failed as a whole was to test all. */
function wasTested({ id, group }: Claim, file: EndedModule): boolean {
  if (file.relativeModuleId !== `properties/${group}.test.ts`) return false;
  const tests = [...file.children.allTests()];
  const own = tests.filter(({ parent }) => parent.type === 'suite' && parent.name === id);
  const ran = own.some((test) => test.result().state !== 'skipped');
  return ran || tests.length === 0 || file.errors().length > 0;
}
