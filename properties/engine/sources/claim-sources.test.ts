import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { suite } from '../testing/walks/suite.ts';
import { claimSources, versionsOf } from './claim-sources.ts';
import { repositoryRoot, sha256 } from './repository.ts';

/** A copy of what the claims of the suite for tests may depend on, and of more. */
let root: string;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'claimcheck-sources-'));
  for (const path of ['properties/engine', 'theory/manifest', 'sim/random', 'sim/data-error.ts', 'package-lock.json'])
    cpSync(join(repositoryRoot, path), join(root, path), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

const sources = () => claimSources(suite, suite.claims, root);

/** The claims that become stale by an edit of a file, which is undone again. */
function staleBy(path: string): string[] {
  const before = sources().claims;
  const text = read(path);
  appendFileSync(join(root, path), '\n// Edited.\n');
  const after = sources().claims;
  write(path, text);
  return Object.keys(before).filter((id) => before[id] !== after[id]);
}

const coins = ['share-of-heads', 'not-always-heads'];
const drawn = [...coins, 'sum-of-odd-numbers'];
const walks = ['grows', 'steered-is-closer', 'steered-grows'];
const all = [...drawn, ...walks];
const walksFolder = 'properties/engine/testing/walks';

test.each([
  ['its own module', `${walksFolder}/claims/coins.ts`, coins],
  ['the module of its mutants', `${walksFolder}/mutants/coins.ts`, drawn],
  ['the theory and the simulator, through the world', `${walksFolder}/world.ts`, all],
  ['the tiers', `${walksFolder}/tiers.ts`, all],
  ['a random stream', 'sim/random/stream.ts', all],
  ['the judge', 'properties/engine/judge.ts', all],
  ['the run', 'properties/engine/run.ts', all],
  ['the plan', 'properties/engine/plan/run-plan.ts', all],
  ['how tasks are performed', 'properties/engine/pool/executor.ts', all],
  ['how kept results are written', 'properties/engine/pool/exact-json.ts', all],
  ['the error budget', 'properties/engine/decide/error-budget.ts', all],
  ['a decision about means', 'properties/engine/decide/decide-means.ts', coins],
  ['a decision about effects', 'properties/engine/decide/decide-effects.ts', walks],
  ['the domains', 'properties/engine/domain.ts', drawn],
  ['how draws are decided', 'properties/engine/kinds/drawn-settings/draw.ts', drawn],
  ['how populations are decided', 'properties/engine/kinds/replicated-runs/decide-population.ts', walks],
  ['the backend of its runs', `${walksFolder}/backend.ts`, walks],
])('an edit of %s makes a claim stale, and no other', (_, path, stale) => {
  expect(staleBy(path)).toEqual(stale);
});

test.each([
  ['a test', 'properties/engine/run.test.ts'],
  ['a test fixture', 'properties/engine/pool/testing/mortal-worker.mjs'],
  ['what runs tests', 'properties/engine/testing/carry-out.ts'],
  ['a queue server', 'properties/engine/queue/serve.ts'],
  ['the pool', 'properties/engine/pool/threads.ts'],
  ['the merge of evidence', 'properties/engine/evidence/merge-evidence.ts'],
  ['the list of the claims', `${walksFolder}/suite.ts`],
  ['data of figures', `${walksFolder}/figures.ts`],
  ['coverage', 'properties/engine/coverage/measure.ts'],
])('an edit of %s leaves every claim fresh', (_, path) => {
  expect(staleBy(path)).toEqual([]);
});

test('a new file that nothing imports leaves every claim fresh, and one that is imported from then on does not', () => {
  const before = sources();
  write(`${walksFolder}/new.ts`, 'export const fresh = 1;\n');
  expect(sources()).toEqual(before);
  const path = `${walksFolder}/claims/odd-numbers.ts`;
  const text = read(path);
  write(path, `import '../new.ts';\n${text}`);
  expect(sources().files).toHaveProperty([`${walksFolder}/new.ts`]);
  const imported = sources().claims;
  write(`${walksFolder}/new.ts`, 'export const fresh = 2;\n');
  const after = sources().claims;
  expect(all.filter((id) => imported[id] !== after[id])).toEqual(['sum-of-odd-numbers']);
  write(path, text);
});

test('an edit of the data of figures is another run, though every claim is fresh', () => {
  const before = versionsOf(sources(), root).sources;
  const path = `${walksFolder}/figures.ts`;
  const text = read(path);
  appendFileSync(join(root, path), '\n// Edited.\n');
  const after = versionsOf(sources(), root).sources;
  write(path, text);
  expect(after).not.toBe(before);
  expect(versionsOf(sources(), root).sources).toBe(before);
});

test('the files are those of the claims together, each with its digest', () => {
  const together = sources().files;
  const apart = suite.claims.map((claim) => claimSources(suite, [claim], root).files);
  expect(Object.assign({}, ...apart)).toEqual(together);
  for (const [path, digest] of Object.entries(together)) expect(digest).toBe(sha256(read(path)));
  expect(claimSources(suite, suite.claims.slice(0, 1), root).claims).toEqual({
    'share-of-heads': sources().claims['share-of-heads'],
  });
});

test('a run is made of its sources, the versions of packages, and that of Node', () => {
  const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
  const before = versionsOf(sources(), root);
  expect(before).toEqual({ sources: digest, packages: digest, node: process.version });
  expect(versionsOf(sources(), root)).toEqual(before);
  const text = read('package-lock.json');
  write('package-lock.json', `${text}\n`);
  expect(versionsOf(sources(), root)).toEqual({ ...before, packages: digest });
  expect(versionsOf(sources(), root).packages).not.toBe(before.packages);
  write('package-lock.json', text);
  expect(versionsOf({ files: { 'a.ts': digest } } as never, root).sources).not.toBe(before.sources);
});
