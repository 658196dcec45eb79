import { setEnvironmentData } from 'node:worker_threads';
import { freshBuild } from './fresh-build.mjs';

// Coverage counts the lines of the sources: it runs them themselves.
const directory = process.argv[2] === 'coverage' ? undefined : (freshBuild() ?? (await builtNow()));
if (directory === undefined) {
  (await import('tsx/esm/api')).register();
  await import('../../cli.ts');
} else {
  setEnvironmentData('claimcheck build', directory.href);
  await import(new URL('cli.mjs', directory).href);
}

/** Where nothing can be written, and where the sources are broken, they are run as they are: slower, and with errors of their own. */
async function builtNow() {
  try {
    return await (await import('./build.mjs')).build();
  } catch {
    return undefined;
  }
}
