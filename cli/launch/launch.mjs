import { setEnvironmentData } from 'node:worker_threads';
import { freshBuild } from './fresh-build.mjs';

// Coverage counts the lines of the sources, so it runs the sources and not a build.
const directory = process.argv[2] === 'coverage' ? undefined : (freshBuild() ?? (await builtNow()));
if (directory === undefined) {
  (await import('tsx/esm/api')).register();
  await import('../../cli.ts');
} else {
  setEnvironmentData('claimcheck build', directory.href);
  await import(new URL('cli.mjs', directory).href);
}

/** A new build; undefined where it cannot be written or a source is broken. Then the sources run as they are: slower, and with their own errors. */
async function builtNow() {
  try {
    return await (await import('./build.mjs')).build();
  } catch {
    return undefined;
  }
}
