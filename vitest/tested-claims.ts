import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { inEvidenceOrder } from '../properties/engine/evidence/evidence-order.ts';
import { runRecord } from '../properties/engine/evidence/run-record.ts';
import { type Shard, wholeRun } from '../properties/engine/plan/shard.ts';
import { tiers } from '../properties/engine/tier.ts';
import { claims } from '../properties/verified-retraining/claims/index.ts';
import { illustrations, illustrationsOf } from '../properties/verified-retraining/figure-data/index.ts';
import { type TestEvidence, testSeed } from './test-evidence.ts';

/** What a test file shows of itself when a test run has ended: of vitest's `TestModule`, what is read here. */
export interface EndedFile {
  /** Path from the root of the repository. */
  readonly relativeModuleId: string;
  readonly children: { allTests(): Iterable<EndedTest> };
  /** Of the file as a whole: in loading it, and in its hooks. */
  errors(): readonly unknown[];
  meta(): { readonly evidence?: TestEvidence };
}

/** Of vitest's `TestCase`, what is read here. */
export interface EndedTest {
  /** What it stands in: the suite named by its claim, or the file, which has no name. */
  readonly parent: { readonly type: string; readonly name?: string };
  result(): { readonly state: string };
  meta(): { readonly evidence?: TestEvidence };
}

/**
 * The evidence of a test run in the order of `claimcheck verify`: the run, its claims, then what they share. A claim whose tests crashed is in
 * it without the records that it did not come to; one whose tests were not asked for is not. Empty when no claim was tested.
 *
 * A shard of a test run has the claims of its files, if any, and says which shard it is. It keeps what its files show of claims in the others: the
 * evidence of all shards is that of the run.
 * @throws RangeError when tests used different seeds, as shards of different runs do.
 */
export function evidenceOfTests(files: readonly EndedFile[], { index, count }: Shard = wholeRun): EvidenceRecord[] {
  const chosen = claims.filter((claim) => files.some((file) => isTestedIn(claim, file)));
  const split = count > 1;
  if (chosen.length === 0 && !split) return [];
  const found = files.flatMap((file) =>
    [file, ...file.children.allTests()].flatMap((task) => task.meta().evidence ?? []),
  );
  const records = found.flatMap((evidence) => evidence.records);
  const equipped = records.find((record) => record.type === 'run');
  const laboratory = equipped?.engine ? { engine: equipped.engine, digits: equipped.digits } : undefined;
  const run = {
    ...runRecord(chosen, seedOf(found), tiers.quick, laboratory),
    ...(split ? { shards: { of: count, done: [index] } } : {}),
  };
  const ids = new Set(chosen.map(({ id }) => id));
  const illustrated = new Set((split ? illustrations : illustrationsOf(chosen)).map(({ id }) => id));
  const belongs = (record: EvidenceRecord) => {
    if (record.type === 'draw' || record.type === 'mutant') return ids.has(record.claim);
    return record.type === 'curve' || (record.type === 'illustration' && illustrated.has(record.illustration));
  };
  return inEvidenceOrder(run, [run, ...records.filter(belongs)]);
}

function seedOf(found: readonly TestEvidence[]): number {
  const [seed = testSeed, ...others] = new Set(found.map((evidence) => evidence.seed));
  if (others.length === 0) return seed;
  throw new RangeError(`the tests of one run have one seed, and these have ${[seed, ...others].join(', ')}`);
}

/** Whether a file is that of the claim's group, and the claim's tests were not filtered out. A file that failed as a whole was to test all. */
function isTestedIn({ id, group }: (typeof claims)[number], file: EndedFile): boolean {
  if (file.relativeModuleId !== `properties/verified-retraining/${group}.test.ts`) return false;
  const tests = [...file.children.allTests()];
  const ran = tests.some((test) => test.parent.name === id && test.result().state !== 'skipped');
  return ran || tests.length === 0 || file.errors().length > 0;
}
