import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';

/** Imports and re-exports of other files of the suite. `import type` is not among them: nothing is left of it when the code runs. */
const STATIC = /^(?:import|export)\s+(?:\*(?:\s+as\s+\w+)?|\w+|\{[^}]*\})\s+from\s+'(\.[^']+)'/gm;
const DYNAMIC = /\bimport\('(\.[^']+)'\)/g;

/** Files that some files load, themselves included, by their paths from the root. */
export interface Imports {
  /** Those loaded before the first line of the file runs. */
  loadedBy(file: string): ReadonlySet<string>;
  /** Those, and what may be loaded while it runs. */
  reachableFrom(files: readonly string[]): ReadonlySet<string>;
}

/** Reads the imports of the TypeScript files under a root, each file once and when it is needed. */
export function importsUnder(root: string): Imports {
  const known = new Map<string, { readonly loads: readonly string[]; readonly mayLoad: readonly string[] }>();
  const importsOf = (file: string) => {
    const text = readFileSync(join(root, file), 'utf8');
    const named = (pattern: RegExp) =>
      [...text.matchAll(pattern)].map(([, path]) => posix.join(posix.dirname(file), path!)).filter(isSource);
    const imports = known.get(file) ?? { loads: named(STATIC), mayLoad: named(DYNAMIC) };
    known.set(file, imports);
    return imports;
  };
  return {
    loadedBy: (file) => closure([file], (each) => importsOf(each).loads),
    reachableFrom: (files) =>
      closure(files, (each) => {
        const { loads, mayLoad } = importsOf(each);
        return [...loads, ...mayLoad];
      }),
  };
}

const isSource = (file: string) => file.endsWith('.ts');

function closure(from: readonly string[], next: (file: string) => readonly string[]): Set<string> {
  const reached = new Set(from);
  // A set is walked on to what is added on the way.
  for (const file of reached) for (const other of next(file)) reached.add(other);
  return reached;
}
