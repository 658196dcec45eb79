import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of the repository. */
export const repositoryRoot = join(import.meta.dirname, '../../..');

/** The path of a module from the root of the repository, with slashes, by its address. */
export function pathOf(module: string): string {
  return relative(repositoryRoot, fileURLToPath(module)).replaceAll('\\', '/');
}

/** SHA-256, hex. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** SHA-256, hex, of files by their paths from the root. */
export type Digests = Readonly<Record<string, string>>;

/** Digests of some files, in alphabetical order. */
export function digestsOf(paths: Iterable<string>, root = repositoryRoot): Digests {
  return Object.fromEntries([...paths].sort().map((path) => [path, sha256(readFileSync(join(root, path)))]));
}

/** Digests of the sources in some folders. Tests, what supports them, and hidden files are none. */
export function digestsBelow(folders: readonly string[], root = repositoryRoot): Digests {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      // A folder that supports tests may have sources of its own: what counts is where a file lies in it.
      .map((path) => `/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\/[^./][^/]*\.ts$/.test(path) && !path.endsWith('.test.ts') && !path.includes('/testing/'))
      .map((path) => `${folder}${path}`),
  );
  return digestsOf(paths, root);
}
