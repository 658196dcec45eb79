import type { Claim } from '../properties/engine/claim.ts';
import { verifyCommand } from '../properties/engine/command.ts';
import { DataError } from '../properties/engine/data-error.ts';
import { layoutOf } from '../properties/engine/evidence/combine-records.ts';
import type { EvidenceRecord, ObservationRecord, RunRecord } from '../properties/engine/evidence/evidence.ts';
import { inEvidenceOrder } from '../properties/engine/evidence/evidence-order.ts';
import { mergeRuns } from '../properties/engine/evidence/merge-runs.ts';
import { planRun } from '../properties/engine/plan/run-plan.ts';
import { type Shard, wholeRun } from '../properties/engine/plan/shard.ts';
import type { Suite } from '../properties/engine/suite.ts';
import { withDefaults } from '../properties/engine/suite-options.ts';
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
 * The evidence of a test run about a suite in the order of `claimcheck verify`: the run, its claims, then what they share. A claim whose tests
 * crashed is in it without the records that it did not come to; one whose tests were not asked for is not. Empty when no claim was tested.
 *
 * A shard of a test run has the claims of its files, if any, and says which shard it is. It keeps what its files show of claims in the others: the
 * evidence of all shards is that of the run.
 * @throws DataError when tests used different seeds, as shards of different runs do.
 */
export async function evidenceOfTests(
  files: readonly EndedFile[],
  suite: Suite,
  { index, count }: Shard = wholeRun,
): Promise<EvidenceRecord[]> {
  const chosen = suite.claims.filter((claim) => files.some((file) => isTestedIn(claim, suite.id, file)));
  const split = count > 1;
  const found = files
    .flatMap((file) => [file, ...file.children.allTests()].flatMap((task) => task.meta().evidence ?? []))
    .filter((evidence) => evidence.suite === suite.id);
  if (chosen.length === 0 && !(split && found.length > 0)) return [];
  const records = found.flatMap((evidence) => evidence.records);
  const run = {
    ...(await runOf(suite, chosen, records, seedOf(found))),
    ...(split ? { shards: { of: count, done: [index] } } : {}),
  };
  const ids = new Set(chosen.map(({ id }) => id));
  const shown = split ? new Set(suite.claims.map(({ id }) => id)) : ids;
  const belongs = (record: EvidenceRecord) => {
    if (record.type === 'decision' || record.type === 'mutant') return ids.has(record.claim);
    return record.type === 'observation' && belongsTo(record, shown, suite);
  };
  return inEvidenceOrder(run, [run, ...records.filter(belongs)], suite.kinds);
}

function belongsTo(record: ObservationRecord, claims: ReadonlySet<string>, { kinds }: Suite): boolean {
  return layoutOf(record.kind, kinds)?.belongsTo(record, claims) === true;
}

/** The record of the run: what the records of its test files say together. A claim whose file crashed before it wrote one is planned here. */
async function runOf(
  suite: Suite,
  chosen: readonly Claim[],
  records: readonly EvidenceRecord[],
  seed: number,
): Promise<RunRecord> {
  const written = records.filter((record) => record.type === 'run');
  const known = new Set(
    written.flatMap(({ claims, leftOut }) => [...claims.map(({ id }) => id), ...leftOut.map(({ claim }) => claim)]),
  );
  const missing = chosen.filter(({ id }) => !known.has(id));
  const options = withDefaults(suite.options);
  const tier = suite.tiers[0]!;
  const runs =
    missing.length === 0 && written.length > 0
      ? written
      : [...written, (await planRun({ suite, claims: missing, seed, tier, options })).record];
  const { run } = mergeRuns(
    runs.map((record) => ({ record, file: 'the tests', line: 1 })),
    suite,
  );
  const ids = new Set(chosen.map(({ id }) => id));
  return narrowed(run, ids, suite);
}

/** A run without the claims whose tests were not asked for. */
function narrowed(run: RunRecord, ids: ReadonlySet<string>, suite: Suite): RunRecord {
  const claims = run.claims.filter(({ id }) => ids.has(id));
  if (claims.length === run.claims.length) return run;
  const used = new Set(claims.flatMap(({ mutants }) => mutants));
  const asked = claims.length < suite.claims.length ? claims.map(({ id }) => id) : [];
  const mutants = run.mutants.filter(({ id }) => used.has(id));
  return { ...run, command: verifyCommand(run, asked), claims, mutants };
}

function seedOf(found: readonly TestEvidence[]): number {
  const [seed = testSeed, ...others] = new Set(found.map((evidence) => evidence.seed));
  if (others.length === 0) return seed;
  throw new DataError(`the tests of one run have one seed, and these have ${[seed, ...others].join(', ')}`);
}

/** Whether a file is that of the claim's group, and the claim's tests were not filtered out. A file that failed as a whole was to test all. */
function isTestedIn({ id, group }: Claim, suite: string, file: EndedFile): boolean {
  if (file.relativeModuleId !== `properties/${suite}/${group}.test.ts`) return false;
  const tests = [...file.children.allTests()];
  const ran = tests.some((test) => test.parent.name === id && test.result().state !== 'skipped');
  return ran || tests.length === 0 || file.errors().length > 0;
}
