import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

/** The directory of the repository. */
export const root = new URL('../..', import.meta.url);

/** Where builds are kept, each in a directory named by its digest. `npm ci` removes it. */
export const builds = new URL('node_modules/.cache/claimcheck/', root);

/** Names, from the root, of the sources of the last build. A file that is not among them matters only when one of them changes. */
export const sourceList = new URL('sources.json', builds);

/**
 * The directory of the build of the sources as they are; undefined when there is none. Contents are compared, not times: a checkout, a
 * copy or a clock may give a changed file any time.
 * @returns {URL | undefined}
 */
export function freshBuild() {
  try {
    /** @type {string[]} */
    const names = JSON.parse(readFileSync(sourceList, 'utf8'));
    const directory = directoryOf(new Map(names.map((name) => [name, readFileSync(new URL(name, root))])));
    return existsSync(new URL('cli.mjs', directory)) ? directory : undefined;
  } catch {
    // Nothing was built yet, or a source of the last build is gone.
    return undefined;
  }
}

/**
 * The directory of the build of some sources: of their place, names and contents.
 * @param {ReadonlyMap<string, Uint8Array>} sources contents by name
 */
export function directoryOf(sources) {
  const hash = createHash('sha256').update(root.href);
  const all = [...sources].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, contents] of all) hash.update(`\0${name}\0${contents.length}\0`).update(contents);
  return new URL(`${hash.digest('hex')}/`, builds);
}
