import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The directory of the suite. */
export const suiteRoot = join(import.meta.dirname, '../..');

/** SHA-256, hex, of every source file that verdicts depend on, by its path with slashes. Tests and hidden files do not count. */
export function sourceDigests(root = suiteRoot): Record<string, string> {
  const paths = ['theory', 'sim', 'properties'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\/[^./][^/]*\.ts$/.test(path) && !path.endsWith('.test.ts')),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, sha256(readFileSync(join(root, path)))]));
}

/** All that a verdict depends on beside its run, in short. */
export interface Versions {
  /** SHA-256, hex, of all sources together. */
  readonly sources: string;
  /** SHA-256, hex, of package-lock.json. */
  readonly packages: string;
  /** Version of Node. */
  readonly node: string;
}

/** What the suite is made of. */
export function versions(root = suiteRoot): Versions {
  const packages = sha256(readFileSync(join(root, 'package-lock.json')));
  return { sources: sha256(JSON.stringify(sourceDigests(root))), packages, node: process.version };
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
