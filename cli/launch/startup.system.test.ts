import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { reportJson } from '../../reports/json.ts';
import { exampleReport } from '../../reports/testing/reports.ts';

const start = (words: readonly string[], options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {}) =>
  spawnSync(process.execPath, [join(import.meta.dirname, '../../claimcheck'), ...words], {
    ...options,
    encoding: 'utf8',
  });

// Whoever comes first builds.
beforeAll(() => void start(['--help']));

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-startup-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Names of the packages that a command loads in a process of its own: those that V8 met, and those that are built into a chunk that it met. */
function packagesOf(words: readonly string[]): string[] {
  const { status, stderr } = start(words, { cwd: directory, env: { ...process.env, NODE_V8_COVERAGE: directory } });
  expect(status, stderr).toBe(0);
  // One of each thread.
  const scripts = readdirSync(directory)
    .filter((name) => /^coverage-.*json$/.test(name))
    .flatMap((name): readonly { url: string }[] => JSON.parse(readFileSync(join(directory, name), 'utf8')).result);
  const files = scripts.filter(({ url }) => url.startsWith('file:')).map(({ url }) => fileURLToPath(url));
  const chunks = files.filter((file) => file.includes('/.cache/claimcheck/'));
  expect(chunks.length).toBeGreaterThan(0);
  const names = [...files, ...chunks.flatMap(filesBuiltInto)].flatMap(packageOf);
  return [...new Set(names)].sort();
}

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
  ['--help', ['--help'], commandLine],
  ['help of a command', ['verify', '--help'], commandLine],
  ['claims', ['claims'], claims.toSorted()],
])('%s loads these packages and no others', (_, words, packages) => {
  expect(packagesOf(words)).toEqual(packages);
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

test('a laboratory in TypeScript is opened by what runs a build, in its worker threads too', () => {
  const laboratory = new URL('../../properties/verified-retraining/vae/testing/laboratory.ts', import.meta.url).href;
  const words = ['verify', '--claim', 'vae-collapse', '--laboratory', laboratory, '--workers', '1', '--out', directory];
  const { stderr } = start(words, { cwd: directory });
  expect(stderr).toContain('vae-collapse refuted');
});
