import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const repository = realpathSync(join(import.meta.dirname, '../..'));

/** A command line of two files and a suite of one, launched as this one is. */
let parent: string;
let root: string;
const write = (name: string, content: string) => writeFileSync(join(root, name), content);
const says = (words: string) => write('words.ts', `export const words: string = '${words}';\n`);
beforeEach(() => {
  parent = mkdtempSync(join(realpathSync(tmpdir()), 'claimcheck-launch-'));
  root = join(parent, 'repository');
  for (const folder of ['cli/launch', 'properties/engine/pool', 'properties/example', 'node_modules'])
    mkdirSync(join(root, folder), { recursive: true });
  for (const file of ['claimcheck', 'cli/launch/launch.mjs', 'cli/launch/fresh-build.mjs', 'cli/launch/build.mjs'])
    cpSync(join(repository, file), join(root, file));
  for (const name of ['esbuild', 'tsx'])
    symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name));
  write('node_modules/.package-lock.json', '{}');
  write('package.json', '{ "type": "module" }');
  write('properties/engine/pool/worker.ts', 'export const answering = () => {};\n');
  write('properties/example/suite.ts', "export { words as suite } from '../../words.ts';\n");
  write(
    'cli.ts',
    `import { getEnvironmentData } from 'node:worker_threads';
import { words } from './words.ts';
console.log(getEnvironmentData('claimcheck build') === undefined ? 'sources' : 'build', import.meta.filename, words);
`,
  );
  says('one');
});
afterEach(() => rmSync(parent, { recursive: true }));

async function launched(...words: readonly string[]) {
  const child = spawn(process.execPath, ['claimcheck', ...words], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { exitCode: child.exitCode, stdout, stderr };
}

const printed = async (...words: readonly string[]) => (await launched(...words)).stdout.trimEnd();
const ofBuild = (words: string) => `build ${join(root, 'cli.ts')} ${words}`;
const ofSources = (words: string) => `sources ${join(root, 'cli.ts')} ${words}`;
const cached = () =>
  readdirSync(join(root, 'node_modules/.cache/claimcheck')).filter((name) => name !== 'sources.json');

test('what runs is a build, made once, whose files know where their sources are', async () => {
  expect(await printed()).toBe(ofBuild('one'));
  const [directory, ...others] = cached();
  expect(others).toEqual([]);
  const { mtimeMs } = statSync(join(root, 'node_modules/.cache/claimcheck', directory!));
  expect(await printed()).toBe(ofBuild('one'));
  expect(cached()).toEqual([directory]);
  expect(statSync(join(root, 'node_modules/.cache/claimcheck', directory!)).mtimeMs).toBe(mtimeMs);
});

test('a source that changed runs as it is now, though its size and its time are as before', async () => {
  await printed();
  const { atime, mtime } = statSync(join(root, 'words.ts'));
  says('two');
  utimesSync(join(root, 'words.ts'), atime, mtime);
  expect(await printed()).toBe(ofBuild('two'));
});

test.each([
  [
    'a new source',
    () => [write('more.ts', "export { words } from './words.ts';"), write('words.ts', "export const words = 'new';")],
  ],
  [
    'a source elsewhere',
    () => [
      rmSync(join(root, 'words.ts')),
      write('other.ts', "export const words = 'new';"),
      write('cli.ts', "import { words } from './other.ts';\nconsole.log('build', import.meta.filename, words);"),
    ],
  ],
])('%s is built', async (_, change) => {
  await printed();
  change();
  expect(await printed()).toBe(ofBuild('new'));
});

test('other packages make another build', async () => {
  await printed();
  write('node_modules/.package-lock.json', '{ }');
  await printed();
  expect(cached()).toHaveLength(2);
});

test('a repository that was moved does not run the build of where it was', async () => {
  await printed();
  renameSync(root, join(parent, 'moved'));
  root = join(parent, 'moved');
  expect(await printed()).toBe(ofBuild('one'));
});

test('what starts at once, and without a build, runs one build and leaves nothing unfinished', async () => {
  const outputs = await Promise.all(Array.from({ length: 4 }, () => printed()));
  expect(outputs).toEqual(outputs.map(() => ofBuild('one')));
  expect(cached()).toHaveLength(1);
});

test('a build that another process has finished meanwhile is used', async () => {
  await printed();
  rmSync(join(root, 'node_modules/.cache/claimcheck/sources.json'));
  const before = cached();
  expect(await printed()).toBe(ofBuild('one'));
  expect(cached()).toEqual(before);
});

test('where nothing can be written the sources run', async () => {
  write('node_modules/.cache', 'a file, where a directory is needed');
  expect(await launched()).toEqual({ exitCode: 0, stdout: `${ofSources('one')}\n`, stderr: '' });
});

test('coverage, which counts the lines of the sources, runs them', async () => {
  await printed();
  expect(await printed('coverage')).toBe(ofSources('one'));
});

test('a source that is wrong is named, and the build before it does not run in its place', async () => {
  await printed();
  write('words.ts', 'export const words = ;\n');
  const { exitCode, stdout, stderr } = await launched();
  expect([exitCode, stdout]).toEqual([1, '']);
  expect(stderr).toContain('words.ts');
});

test('old builds are removed, and what a killed process left unfinished, but not the latest', async () => {
  await printed();
  const [first] = cached();
  const old = Array.from({ length: 12 }, (_, age) => [`unfinished-${age}`, new Date(2000, 0, age + 1)] as const);
  for (const [name, made] of old) {
    mkdirSync(join(root, 'node_modules/.cache/claimcheck', name));
    utimesSync(join(root, 'node_modules/.cache/claimcheck', name), made, made);
  }
  says('two');
  expect(await printed()).toBe(ofBuild('two'));
  expect(cached()).toHaveLength(10);
  expect(cached()).toContain(first);
  expect(cached()).not.toContain('unfinished-0');
});

test('a build has what worker threads load: the module that answers to tasks, and every suite, by the paths of the sources', async () => {
  await printed();
  const build = join(root, 'node_modules/.cache/claimcheck', cached()[0]!);
  const { suite } = await import(pathToFileURL(join(build, 'properties/example/suite.mjs')).href);
  expect(suite).toBe('one');
  expect(await import(pathToFileURL(join(build, 'properties/engine/pool/worker.mjs')).href)).toHaveProperty(
    'answering',
  );
});
