import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * SHA-256, hex, of all sources that a verdict depends on, of the versions of the packages and of Node. Tests and hidden files do not count.
 * @param root the directory of the suite.
 */
export function sourceDigest(root = join(import.meta.dirname, '..')): string {
  const hash = createHash('sha256').update(`node ${process.version}\n`);
  const sources = ['theory', 'sim', 'properties'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /(?:^|[\\/])[^.\\/][^\\/]*\.ts$/.test(path) && !path.endsWith('.test.ts'))
      .map((path) => join(folder, path)),
  );
  for (const path of [...sources.sort(), 'package-lock.json']) {
    hash.update(`${path}\n`).update(
      createHash('sha256')
        .update(readFileSync(join(root, path)))
        .digest(),
    );
  }
  return hash.digest('hex');
}
