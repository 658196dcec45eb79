import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(import.meta.dirname, 'statistics.md'), 'utf8');
const decide = join(root, 'properties/engine/decide');

/** Titles of the tests in a file, as they are written there. */
function titlesOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  // A title follows `it(`, `test(` or the arguments of `each`.
  return [...source.matchAll(/(?:\b(?:it|test)|\))\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, title]) => title!);
}

/** Each item that begins with "Shown by": the file that it links to, and the titles that it names in backticks. */
const shownBy = [...page.matchAll(/- \*\*Shown by\*\* \[[^\]]*\]\(([^)]+)\)([\s\S]*?)(?=\n- |\n\n|$)/g)].map(
  ([, link, text]) => ({
    file: relative(root, join(import.meta.dirname, link!)),
    titles: [...text!.matchAll(/`([^`]+)`/g)].map(([, title]) => title!),
  }),
);

test('the page names tests', () => {
  expect(shownBy.length).toBeGreaterThan(15);
  expect(shownBy.every(({ titles }) => titles.length > 0)).toBe(true);
});

describe('a file of tests that the page names has the tests that it names:', () => {
  test.each(shownBy)('$file', ({ file, titles }) => {
    expect(titlesOf(join(root, file))).toEqual(expect.arrayContaining(titles));
  });
});

test('every file that the page links to exists, and so does every section', () => {
  const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, name]) => name!.toLowerCase().replaceAll(' ', '-'));
  const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, target]) => target!);
  expect(links.length).toBeGreaterThan(50);
  for (const target of links) {
    if (target.startsWith('#')) expect(sections).toContain(target.slice(1));
    else expect(existsSync(join(import.meta.dirname, target)), target).toBe(true);
  }
});

test('every procedure is on the page: decisions, tests, confidence sequences and betting strategies', () => {
  const files = readdirSync(decide, { recursive: true, encoding: 'utf8' });
  const procedures = files.filter(
    (file) => /^(decide-|betting\/|means\/|effects\/|proportions\/|distributions\/)/.test(file) && file.endsWith('.ts'),
  );
  // What a procedure is made of, and says nothing of its own: types, and how a comparison becomes tests.
  const parts = ['betting/betting-strategy.ts', 'means/side-tests.ts', 'effects/effect.ts'];
  const expected = procedures.filter((file) => !file.endsWith('.test.ts') && !parts.includes(file));
  expect(expected.length).toBeGreaterThan(15);
  for (const file of expected) expect(page, file).toContain(`(../properties/engine/decide/${file})`);
});

describe('a reference of the page', () => {
  const references = [...page.matchAll(/^- \*\*(.+ \d{4})\*\*:/gm)].map(([, key]) => key!);
  const sources = readdirSync(decide, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(decide, file), 'utf8').replaceAll(/\s*\n \* /g, ' '))
    .join('\n');

  test('is there', () => expect(references.length).toBeGreaterThan(10));

  test.each(references)('is cited by the page and by the code: %s', (key) => {
    expect(page.split('## References')[0]!.replaceAll(/\s*\n\s*/g, ' ')).toContain(key);
    expect(sources).toContain(key);
  });
});
