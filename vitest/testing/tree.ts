import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Paths of the files that git tracks, or would track, from the root of the repository. */
export const files: readonly string[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard'],
  {
    cwd: root,
    encoding: 'utf8',
  },
)
  .trimEnd()
  .split('\n');

/** The ids of the suites, by which their folders are named. */
export const suites = [...new Set(files.flatMap((file) => /^properties\/(?!engine\/)([^/]+)\//.exec(file)?.[1] ?? []))];

/** Whether a file is this one, or lies in this folder. */
export const isIn = (file: string, place: string) => file === place || file.startsWith(`${place}/`);

const texts = new Map<string, string>();

/** The text of a file. What is no text, such as a picture, has an empty one. */
export function textOf(file: string): string {
  const known = texts.get(file);
  if (known !== undefined) return known;
  const bytes = readFileSync(join(root, file));
  const text = bytes.includes(0) ? '' : bytes.toString();
  texts.set(file, text);
  return text;
}

/** Whether a file is a test, or supports tests. */
export const isOfTests = (file: string) => file.endsWith('.test.ts') || file.split('/').includes('testing');

/** Import and export declarations, `import()` of values and of types alike. The word before the path is on the same line as its quote. */
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g;

/** Files of the tree that each module imports, of values or of types, now or later. Comments do not count. */
export const imports: ReadonlyMap<string, readonly string[]> = new Map(
  files
    .filter((file) => /\.(ts|mjs|js)$/.test(file))
    .map((file) => {
      const code = textOf(file).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
      const paths = [...code.matchAll(IMPORT)].map(([, path]) => posix.join(posix.dirname(file), path!));
      return [file, [...new Set(paths)].filter((path) => files.includes(path))];
    }),
);

/** A shortest way along imports that leads from a module back to itself; undefined where there is none. */
export function circleThrough(start: string): readonly string[] | undefined {
  const ways: string[][] = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of imports.get(way.at(-1)!) ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
