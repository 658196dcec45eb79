/** Entry point of a worker thread. Workers start as plain Node: TypeScript has to be made known to them first. */

import { workerData } from 'piscina';
import { register } from 'tsx/esm/api';

register();
const { perform } = await import('./worker.ts');
const { openCheckpoints } = await import('./checkpoints.ts');
const checkpoints = openCheckpoints(workerData);
export default (task) => perform(task, checkpoints);
