import { constants } from 'node:os';
import { EndedEarly } from './ended-early.ts';

const names = ['SIGINT', 'SIGTERM'] as const;

/**
 * Calls `use` with a signal. The first SIGINT (Ctrl-C) or SIGTERM aborts it, with an EndedEarly as the reason that has the exit code which shells
 * give such an end. The second SIGINT or SIGTERM ends the process at once.
 */
export async function interruptible<T>(use: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals) => {
    release();
    controller.abort(new EndedEarly('interrupted', 128 + constants.signals[name]));
  };
  const release = () => {
    for (const name of names) process.off(name, stop);
  };
  for (const name of names) process.on(name, stop);
  try {
    return await use(controller.signal);
  } finally {
    release();
  }
}
