import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { snippetsOf } from './testing/snippets.ts';

const quoted = snippetsOf(new URL('add-a-suite.md', import.meta.url)).filter(
  ({ language }) => language === 'typescript',
);

test('what the page shows of the tiny suite is what its files say', () => {
  expect(quoted.length).toBeGreaterThan(4);
  for (const { note: file, code } of quoted)
    expect(readFileSync(join(import.meta.dirname, '..', file), 'utf8'), file).toContain(code);
});
