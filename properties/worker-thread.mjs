/** Entry point of a worker thread. Workers start as plain Node: TypeScript has to be made known to them first. */
import { register } from 'tsx/esm/api';

register();
const { perform } = await import('./worker.ts');
export default perform;
