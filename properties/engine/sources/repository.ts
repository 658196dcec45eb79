import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The directory of the repository. */
export const repositoryRoot = join(import.meta.dirname, '../../..');

/** The path of a module from the root of the repository, with slashes. @param module its address. */
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

/** Digests of the sources in some folders. Tests, folders of what supports tests, and hidden files are left out. */
export function digestsBelow(folders: readonly string[], root = repositoryRoot): Digests {
  const paths = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter(isSource)
      .map((path) => `${folder}/${path}`),
  );
  return digestsOf(paths, root);
}

/** @param path from the folder that it lies in: a suite for tests may lie in a folder that supports tests itself. */
function isSource(path: string): boolean {
  const names = path.split('/');
  return /^[^.].*\.ts$/.test(names.at(-1)!) && !path.endsWith('.test.ts') && !names.includes('testing');
}
