import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects all garbage, so that all of the heap is in use. For measurements alone: programs never need it. */
export function collectGarbage(): void {
  collect();
}

// As with `node --expose-gc`, but only for modules that import this one.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
setFlagsFromString('--no-expose-gc');
