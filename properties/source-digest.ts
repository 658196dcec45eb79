import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The directory of the suite. */
export const suiteRoot = join(import.meta.dirname, '..');

/** SHA-256, hex, of every source file that verdicts depend on, by its path with slashes. Tests and hidden files do not count. */
export function sourceDigests(root = suiteRoot): Record<string, string> {
  const paths = ['theory', 'sim', 'properties'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`)
      .filter((path) => /\/[^./][^/]*\.ts$/.test(path) && !path.endsWith('.test.ts')),
  );
  return Object.fromEntries(paths.sort().map((path) => [path, sha256(readFileSync(join(root, path)))]));
}

/** SHA-256, hex, of all that a verdict depends on: the sources, the versions of the packages and of Node. */
export function sourceDigest(root = suiteRoot): string {
  const packages = sha256(readFileSync(join(root, 'package-lock.json')));
  return sha256(JSON.stringify([process.version, packages, sourceDigests(root)]));
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');
