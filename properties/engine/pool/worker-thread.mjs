/** Entry point of a worker thread: it runs what its process runs, a build (cli/launch.mjs) or the sources. */

import { getEnvironmentData } from 'node:worker_threads';
import { workerData } from 'piscina';

const build = getEnvironmentData('claimcheck build');
// Threads start as plain Node: TypeScript has to be made known to them first.
if (build === undefined) (await import('tsx/esm/api')).register();
/** @param {string} name */
const load = (name) => import(build === undefined ? `./${name}.ts` : new URL(`${name}.mjs`, String(build)).href);
const { perform } = await load('worker');
const { openCheckpoints } = await load('checkpoints');
const checkpoints = openCheckpoints(workerData);

/** The Answer to a task: a promise that is rejected means that this thread died. @param {unknown} task */
export default async (task) => {
  try {
    return { result: await perform(task, checkpoints) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message, stack } };
  }
};
