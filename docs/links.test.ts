import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claimOf } from '../properties/engine/suite-content.ts';
import { suite } from '../properties/verified-retraining/suite.ts';
import { snippetsOf } from './testing/snippets.ts';

const root = join(import.meta.dirname, '..');
const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
  ...readdirSync(import.meta.dirname)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const textOf = (page: string) => readFileSync(join(root, page), 'utf8');

test('every npm script, test file and claim that the pages name exists', () => {
  const { scripts } = JSON.parse(textOf('package.json'));
  const snippets = ['README.md', 'CONTRIBUTING.md', 'docs/reference.md'].flatMap((page) =>
    snippetsOf(new URL(`../${page}`, import.meta.url)),
  );
  const commands = snippets.map(({ code }) => code).join('\n');
  const tables = ['CONTRIBUTING.md', 'docs/reference.md'].map(textOf);
  const npm = [commands, ...tables].join('\n').matchAll(/\bnpm (?:run )?(test(?![:\w])|(?<=run )[\w:]+)/g);
  const names = new Set([...npm].map(([, script]) => script!));
  expect(names.size).toBeGreaterThan(8);
  for (const script of names) expect(Object.keys(scripts)).toContain(script);
  for (const [, path] of commands.matchAll(/npx vitest (?:run )?(\S+)/g))
    expect(existsSync(join(root, path!)), path).toBe(true);
  for (const [, ids] of commands.matchAll(/(?:--claim|explain|replay) ((?:[a-z]+(?:-[a-z]+)+ ?)+)/g)) {
    for (const id of ids!.trim().split(' ')) expect(claimOf(suite, id).id).toBe(id);
  }
});

test('what the pages link to is there', () => {
  for (const page of pages) {
    for (const [, target = '', anchor] of textOf(page).matchAll(/\]\(([^)#:]*)(?:#([^)]*))?\)/g)) {
      const file = target === '' ? page : join(page, '..', target);
      expect(existsSync(join(root, file)), `${target} of ${page}`).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(file), `${target}#${anchor} of ${page}`).toContain(anchor);
    }
  }
});

test('the files and folders that the pages name are there', () => {
  const layers = 'theory|sim|properties|reports|cli|vitest|bench|docs';
  const paths = new RegExp(`\`((?:${layers})/[\\w./-]+)\``, 'g');
  // The changelog names files that are gone.
  for (const page of pages.filter((name) => name !== 'CHANGELOG.md')) {
    for (const [, path] of textOf(page).matchAll(paths)) {
      const file = path!.replace(/\/V(?=\/|$)/, '/verified-retraining');
      expect(existsSync(join(root, file)), `${path} of ${page}`).toBe(true);
    }
  }
});

test('the citation is of the version and under the license of the package', () => {
  const { version, license } = JSON.parse(textOf('package.json'));
  expect(textOf('CITATION.cff')).toMatch(new RegExp(`^version: ${version}\nlicense: ${license}$`, 'm'));
});

/** The anchors of a page's headings, as GitHub makes them. */
function anchorsOf(page: string): string[] {
  const headings = textOf(page).matchAll(/^#+ (.*)$/gm);
  return [...headings].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}
