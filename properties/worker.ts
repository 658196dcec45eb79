/** Entry point of a worker thread: does one task, hands back its evidence. */
export { perform as default } from './plan.ts';
