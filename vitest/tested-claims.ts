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
import { testFolder } from './test-folder.ts';

/** A test file when a test run has ended: the part of vitest's `TestModule` that is read here. */
export interface EndedFile {
  /** Path from the root of the repository. */
  readonly relativeModuleId: string;
  readonly children: { allTests(): Iterable<EndedTest> };
  /** Of the file as a whole: in loading it, and in its hooks. */
  errors(): readonly unknown[];
  meta(): { readonly evidence?: TestEvidence };
}

/** A test when a test run has ended: the part of vitest's `TestCase` that is read here. */
export interface EndedTest {
  /** What contains it: the block of tests that has the name of its claim, or the file, which has no name. */
  readonly parent: { readonly type: string; readonly name?: string };
  result(): { readonly state: string };
  meta(): { readonly evidence?: TestEvidence };
}

/**
 * The evidence of a test run about a suite, in the order of `claimcheck verify`: the run, its claims, then their observations. A claim whose tests
 * crashed is in the run, without the records that its tests did not reach. A claim whose tests were filtered out is not in the run. Empty when no
 * claim was tested.
 *
 * The evidence of a shard of a test run has the claims of the shard's files and says which shard it is. It keeps observations that belong to claims
 * of other shards, so that the evidence of all shards is that of the run.
 * @throws DataError when tests used different seeds, as shards of different runs do.
 */
export async function evidenceOfTests(
  files: readonly EndedFile[],
  suite: Suite,
  { index, count }: Shard = wholeRun,
): Promise<EvidenceRecord[]> {
  const chosen = suite.claims.filter((claim) => files.some((file) => isTestedIn(claim, suite, file)));
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

/** The record of the run, merged from those of its test files. Claims whose file crashed before it wrote its record are planned here. */
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

/** Whether a file is the test file of a claim's group, and the claim's tests were not filtered out. A file that failed as a whole tests all claims of its group. */
function isTestedIn({ id, group }: Claim, suite: Pick<Suite, 'module'>, file: EndedFile): boolean {
  if (file.relativeModuleId !== `${testFolder(suite)}/${group}.test.ts`) return false;
  const tests = [...file.children.allTests()];
  const ran = tests.some((test) => test.parent.name === id && test.result().state !== 'skipped');
  return ran || tests.length === 0 || file.errors().length > 0;
}
