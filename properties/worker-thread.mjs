/** Entry point of a worker thread. Workers start as plain Node: TypeScript has to be made known to them first. */

import { workerData } from 'piscina';
import { register } from 'tsx/esm/api';

register();
const { perform } = await import('./worker.ts');
const { openCheckpoints } = await import('./checkpoints.ts');
const checkpoints = openCheckpoints(workerData);

/** The Answer to a task: a promise that is rejected means that this thread died. */
export default async (task) => {
  try {
    return { result: await perform(task, checkpoints) };
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
    return { error: { name, message, stack } };
  }
};
