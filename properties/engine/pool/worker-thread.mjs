/** Entry point of a worker thread. The thread runs what its process runs: a build (cli/launch/launch.mjs) or the sources. */

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { getEnvironmentData } from 'node:worker_threads';
import { workerData } from 'piscina';

const build = getEnvironmentData('claimcheck build');
const root = new URL('../../../', import.meta.url).href;

/** Imports a module of TypeScript: from the build where the build has it. @param {string} address */
async function load(address) {
  const built = build === undefined ? undefined : inBuild(address, String(build));
  if (built !== undefined) return import(built);
  // A thread starts as plain Node, which cannot load TypeScript by itself.
  (await import('tsx/esm/api')).register();
  return import(address);
}

/** @param {string} address @param {string} directory */
function inBuild(address, directory) {
  if (!address.startsWith(root)) return undefined;
  const built = new URL(address.slice(root.length).replace(/\.ts$/, '.mjs'), directory);
  return existsSync(fileURLToPath(built)) ? built.href : undefined;
}

const { answering } = await load(new URL('worker.ts', import.meta.url).href);
const { suite } = await load(workerData.module);

export default answering(suite, workerData);
