import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects all garbage now, so that what is left of the heap is in use. For measurements: programs never need it. */
export function collectGarbage(): void {
  collect();
}

// As by `node --expose-gc`, but for whoever imports this alone.
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');
setFlagsFromString('--no-expose-gc');
