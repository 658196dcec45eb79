import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sourceStack } from './source-stack.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-stack-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

/** Where a file creates its error, as stacks say it. */
function place(file: string): string {
  const lines = readFileSync(file, 'utf8').split('\n');
  const line = lines.findIndex((text) => text.includes('new Error'));
  return `${pathToFileURL(file).href}:${line + 1}:${lines[line]!.indexOf('new Error') + 1}`;
}

test('a stack of built code names the places of the sources; one that no map knows stays as it is', async () => {
  const [source, outfile] = [join(directory, 'fails.ts'), join(directory, 'built.mjs')];
  writeFileSync(source, 'interface Unused {\n  of: string;\n}\n\nexport const fails = (): Error => new Error();\n');
  await build({ entryPoints: [source], outfile, bundle: true, format: 'esm', sourcemap: 'linked' });
  expect(place(outfile)).not.toBe(place(source));
  const stack = (at: string) =>
    `Error\n    at fails (${at})\n    at other (file:///none.mjs:3:7)\n    at node:internal/modules/run_main:1:1`;
  expect(sourceStack(stack(place(outfile)))).toBe(stack(place(source)));
});
