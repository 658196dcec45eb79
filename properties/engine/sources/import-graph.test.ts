import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importGraph } from './import-graph.ts';
import { repositoryRoot } from './repository.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'claimcheck-imports-'));
  const files = {
    'a/first.ts': `import type { T } from './type.ts';
import { type U, used } from '../b/named.ts';
import all, { some } from '../b/both.ts';
export * from './star.ts';
export * as whole from './whole.ts';
export type { V } from './exported-type.ts';
import '../b/bare.ts';
import table from './table.json' with { type: 'json' };
import {
  long,
} from './long.ts';
import { readFileSync } from 'node:fs';
export const later = () => import('./later.ts');
export const here = './not-an-import.ts';
`,
    'a/later.ts': "import { x } from './much-later.ts';\n",
    'a/long.ts': "export { again } from './first.ts';\n",
    'a/table.json': '{ "from": "./nothing.ts" }',
  };
  for (const name of ['a/type', 'a/star', 'a/whole', 'a/exported-type', 'a/much-later'])
    Object.assign(files, { [`${name}.ts`]: '' });
  for (const name of ['b/named', 'b/both', 'b/bare']) Object.assign(files, { [`${name}.ts`]: '' });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
});
afterAll(() => rmSync(root, { recursive: true }));

const loaded = [
  'a/first.ts',
  'a/long.ts',
  'a/star.ts',
  'a/table.json',
  'a/whole.ts',
  'b/bare.ts',
  'b/both.ts',
  'b/named.ts',
];

test('a file loads what it imports, and what that imports, but for types', () => {
  expect([...importGraph(root).loadedBy(['a/first.ts'])].sort()).toEqual(loaded);
});

test('what a file may load while it runs is reachable from it', () => {
  const reachable = importGraph(root).reachableFrom(['a/first.ts']);
  expect([...reachable].sort()).toEqual([...loaded, 'a/later.ts', 'a/much-later.ts'].sort());
});

const relative = ({ imports }: Metafile['inputs'][string], kind: string) =>
  imports.filter((each) => !each.external && each.kind === kind).map(({ path }) => path);

test('esbuild finds the same imports in every file that the command line loads', async () => {
  const { metafile } = await build({
    absWorkingDir: repositoryRoot,
    entryPoints: ['cli.ts'],
    bundle: true,
    metafile: true,
    write: false,
    splitting: true,
    outdir: 'out',
    format: 'esm',
    platform: 'node',
    packages: 'external',
  });
  const graph = importGraph(repositoryRoot);
  const code = Object.entries(metafile.inputs).filter(([path]) => path.endsWith('.ts'));
  expect(code.length).toBeGreaterThan(100);
  for (const [path, input] of code) {
    const early = relative(input, 'import-statement');
    const late = relative(input, 'dynamic-import');
    expect([...graph.importsOf(path).loads].sort(), path).toEqual([...new Set(early)].sort());
    expect([...graph.importsOf(path).mayLoad].sort(), path).toEqual([...new Set(late)].sort());
  }
});
