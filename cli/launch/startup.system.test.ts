import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { reportJson } from '../../reports/json.ts';
import { exampleReport } from '../../reports/testing/reports.ts';
import { buildTiny } from '../testing/built-tiny.ts';
import { endOf, launcher, start as startProcess } from '../testing/processes.ts';

const start = (words: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}) =>
  spawnSync(process.execPath, [...launcher, ...words], {
    ...options,
    encoding: 'utf8',
  });

// The first command builds.
beforeAll(() => void start(['--help']));

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-startup-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** The files that a command loads in a process of its own: those that V8 met, and those that are built into a chunk that it met. */
function filesOf(words: readonly string[]): string[] {
  const { status, stderr } = start(words, { cwd: directory, env: { ...process.env, NODE_V8_COVERAGE: directory } });
  expect(status, stderr).toBe(0);
  // One of each thread.
  const scripts = readdirSync(directory)
    .filter((name) => /^coverage-.*json$/.test(name))
    .flatMap((name): readonly { url: string }[] => JSON.parse(readFileSync(join(directory, name), 'utf8')).result);
  const files = scripts.filter(({ url }) => url.startsWith('file:')).map(({ url }) => fileURLToPath(url));
  const chunks = files.filter((file) => file.includes('/.cache/claimcheck/'));
  expect(chunks.length).toBeGreaterThan(0);
  return [...files, ...chunks.flatMap(filesBuiltInto)];
}

/** Names of the packages among files. */
const packagesAmong = (files: readonly string[]) => [...new Set(files.flatMap(packageOf))].sort();

/** The packages that a command loads. */
const packagesOf = (words: readonly string[]) => packagesAmong(filesOf(words));

/** Where the default suite lies: what of it is loaded by a command that does not need it. */
const SUITE = 'properties/verified-retraining/';
const SUMMARY = ['options.ts', 'summary.ts', 'tiers.ts'].map((name) => `${SUITE}${name}`);

/** The builder names each file above its code. */
const filesBuiltInto = (chunk: string) =>
  [...readFileSync(chunk, 'utf8').matchAll(/^ *\/\/ (\S+\.\w+)$/gm)].map(([, file]) => file!);

/** All packages of an organization count as one. */
function packageOf(file: string): string[] {
  const name = /.*node_modules\/(?!\.)([^/]+)/.exec(file)?.[1];
  return name === undefined ? [] : [name];
}

const commandLine = ['commander', 'leven'];
/** What domains are drawn by and formulas computed by: claims are written in them. */
const claims = [...commandLine, '@stdlib', 'fast-check', 'ml-matrix', 'pure-rand'];

test.each([
  ['--help', ['--help']],
  ['help of a command', ['verify', '--help']],
])('%s loads the command line and the summary of each suite, and no suite', (_, words) => {
  const files = filesOf(words);
  expect(packagesAmong(files)).toEqual(commandLine);
  expect(files.filter((file) => file.startsWith(SUITE)).sort()).toEqual(SUMMARY);
  expect(files.filter((file) => /^(theory|sim|reports)\//.test(file))).toEqual(['sim/data-error.ts']);
});

test('claims loads these packages and no others, and nothing of reports but their words', () => {
  const files = filesOf(['claims']);
  expect(packagesAmong(files)).toEqual(claims.toSorted());
  expect(files).toContain(`${SUITE}suite.ts`);
  const ofReports = files.filter((file) => file.startsWith('reports/'));
  expect(ofReports.filter((file) => !/^reports\/(wording|terminal|coverage)\//.test(file))).toEqual([]);
  // What retrains generators is loaded when something is retrained.
  expect(files.filter((file) => /^sim\/(networks|digits)\//.test(file))).toEqual([]);
});

test('explain, without evidence, loads what typesets formulas, and nothing that draws, retrains, validates or runs', () => {
  const loaded = packagesOf(['explain', 'one-round-exact']);
  expect(loaded).toContain('mathjs');
  for (const heavy of ['ajv', 'fast-png', 'katex', 'onnxruntime-node', 'piscina', '@tensorflow', 'vega', 'xmlbuilder2'])
    expect(loaded).not.toContain(heavy);
});

test('gate loads what validates reports beside the command line', () => {
  const baseline = join(directory, 'report.json');
  writeFileSync(baseline, reportJson(exampleReport()));
  const loaded = packagesOf(['gate', '--baseline', baseline, '--report', baseline]);
  expect(loaded).toEqual([...commandLine, 'ajv', 'fast-deep-equal', 'fast-uri', 'json-schema-traverse'].sort());
});

test('verify and its worker threads load no TypeScript, and nothing of what retrains generators for a claim that retrains none', () => {
  const loaded = packagesOf(['verify', '--claim', 'transfer-map-moments', '--workers', '1', '--out', directory]);
  expect(loaded).toContain('piscina');
  for (const heavy of ['tsx', 'esbuild', 'onnxruntime-node', 'protobufjs', '@tensorflow'])
    expect(loaded).not.toContain(heavy);
});

test('a suite that a build lacks is loaded as TypeScript by the worker threads of the build', async () => {
  const { commandLine, remove } = await buildTiny([]);
  try {
    const words = ['verify', '--workers', '1', '--out', directory];
    const { exitCode, stderr } = await endOf(startProcess(commandLine, words));
    expect(exitCode, stderr).toBe(0);
    expect(stderr).toContain('drifting-walk supported');
  } finally {
    remove();
  }
});
