import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Imports and re-exports of other files of the repository, without `import type`, of which nothing is left when the code runs. */
const STATIC = /^(?:import|export)\s+(?:(?:\w+|(?:\w+,\s*)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\}))\s+from\s+)?'(\.[^']+)'/gm;
const DYNAMIC = /\bimport\('(\.[^']+)'\)/g;

/** The files that a file imports. */
export interface Imports {
  /** Loaded with the file. */
  readonly loads: readonly string[];
  /** Loaded while its code runs, if at all. */
  readonly mayLoad: readonly string[];
}

/** Which files load which, by their paths from the root. */
export interface ImportGraph {
  importsOf(file: string): Imports;
  /** The files that are loaded together with some files, these included. */
  loadedBy(files: readonly string[]): ReadonlySet<string>;
  /** These files, and all that may be loaded while they run. */
  reachableFrom(files: readonly string[]): ReadonlySet<string>;
}

/** The graph of the files under a root. Each file is read once, when it is needed. */
export function importGraph(root: string): ImportGraph {
  const known = new Map<string, Imports>();
  const importsOf = (file: string) => {
    const found = known.get(file) ?? read(root, file);
    known.set(file, found);
    return found;
  };
  return {
    importsOf,
    loadedBy: (files) => closure(files, (each) => importsOf(each).loads),
    reachableFrom: (files) =>
      closure(files, (each) => {
        const { loads, mayLoad } = importsOf(each);
        return [...loads, ...mayLoad];
      }),
  };
}

function read(root: string, file: string): Imports {
  // Files of data import nothing.
  const text = /\.(ts|mjs|js)$/.test(file) ? readFileSync(join(root, file), 'utf8') : '';
  const named = (pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].map(([, path]) => posix.join(posix.dirname(file), path!))),
  ];
  return { loads: named(STATIC), mayLoad: named(DYNAMIC) };
}

function closure(from: readonly string[], next: (file: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  // The iteration over a set reaches what is added to the set meanwhile.
  for (const file of reached) for (const other of next(file)) reached.add(other);
  return reached;
}
