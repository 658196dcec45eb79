import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { builds, directoryOf, root, sourceList } from './fresh-build.mjs';

/** What a build depends on beside the sources that it is made of: how it is made, and the packages that npm has installed. */
const RECIPE = ['cli/launch/build.mjs', 'package.json', 'node_modules/.package-lock.json'];

/**
 * Packages that a build contains. They are made of many small files, which Node takes longer to find than to run. The other packages stay where
 * they are, as they may look for files that lie beside their code.
 */
const BUILT_IN = [
  '@stdlib/math-base-special-betainc',
  '@stdlib/math-base-special-betaln',
  '@stdlib/math-base-special-erfc',
  '@stdlib/math-base-special-erfcx',
  'ajv',
  'commander',
  'fast-check',
  'leven',
  'mathjs',
  'ml-matrix',
];

/** Builds that are kept. A process loads parts of its build late: they must outlive the next few changes of a source. */
const KEPT = 10;

/** Makes JavaScript of the sources as they are; returns its directory. @throws Error when it cannot be written, or a source is wrong. */
export async function build() {
  mkdirSync(builds, { recursive: true });
  const unfinished = mkdtempSync(join(fileURLToPath(builds), 'unfinished-'));
  try {
    const sources = await bundle(unfinished, { cli: 'cli.ts', ...threadEntries(suites()) });
    const list = join(unfinished, 'sources.json');
    writeFileSync(list, JSON.stringify([...sources.keys()]));
    renameSync(list, sourceList);
    const directory = directoryOf(sources);
    publish(unfinished, directory);
    prune();
    return directory;
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
}

/**
 * Builds into a directory, from where packages can be found. Returns the contents that were built, by their names from the root: files may change
 * meanwhile.
 * @param {string} directory
 * @param {Readonly<Record<string, string>>} entryPoints sources by the names of what is built of them, both from the root, the latter without ending
 */
export async function bundle(directory, entryPoints) {
  const sources = new Map(RECIPE.map((name) => [name, readFileSync(new URL(name, root))]));
  const { dependencies, devDependencies, optionalDependencies, peerDependencies } = JSON.parse(
    readFileSync(new URL('package.json', root), 'utf8'),
  );
  await esbuild.build({
    absWorkingDir: fileURLToPath(root),
    entryPoints,
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    sourcemap: 'linked',
    sourcesContent: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: Object.keys({
      ...dependencies,
      ...devDependencies,
      ...optionalDependencies,
      ...peerDependencies,
    }).filter((name) => !BUILT_IN.includes(name)),
    // CommonJS packages ask for modules of Node by it.
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    logLevel: 'silent',
    plugins: [{ name: 'sources', setup: (bundler) => bundler.onLoad({ filter: /\.(ts|json)$/ }, loaded) }],
  });
  return sources;

  /** @param {esbuild.OnLoadArgs} file @returns {esbuild.OnLoadResult | undefined} */
  function loaded({ path }) {
    const name = relative(fileURLToPath(root), path).replaceAll('\\', '/');
    if (/(^|\/)node_modules\//.test(name)) return undefined;
    const contents = readFileSync(path);
    sources.set(name, contents);
    return { contents: inPlace(contents.toString(), path), loader: name.endsWith('.json') ? 'json' : 'ts' };
  }
}

/**
 * What worker threads load, under the paths that it has in the sources: the module that answers to tasks, and suites.
 * @param {readonly string[]} suites paths of the modules of suites, from the root and without ending
 */
export function threadEntries(suites) {
  return Object.fromEntries(['properties/engine/pool/worker', ...suites].map((path) => [path, `${path}.ts`]));
}

/** The suites that come with claimcheck. */
function suites() {
  const folders = readdirSync(new URL('properties/', root)).map((folder) => `properties/${folder}/suite`);
  return folders.filter((path) => existsSync(new URL(`${path}.ts`, root)));
}

/** The text of a source, in which `import.meta` gives the place of the source and not that of the build. @param {string} text @param {string} path */
function inPlace(text, path) {
  return text
    .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href))
    .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
    .replaceAll('import.meta.filename', JSON.stringify(path));
}

/** Gives a finished build its name, unless another process has done so: then it is the same build. @param {string} unfinished @param {URL} directory */
function publish(unfinished, directory) {
  try {
    renameSync(unfinished, directory);
  } catch (error) {
    if (!existsSync(directory)) throw error;
  }
}

/** Removes what is older than the builds that are kept, and what killed processes left behind. */
function prune() {
  const made = readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => new URL(name, builds))
    .map((directory) => ({ directory, time: statSync(directory, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { directory } of made.slice(KEPT)) rmSync(directory, { recursive: true, force: true });
}
