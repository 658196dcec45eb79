import type { RedisAddress } from '../../properties/engine/queue/address.ts';
import { work as takeWork } from '../../properties/engine/queue/work.ts';
import type { SuiteOptions } from '../../properties/engine/suite-content.ts';
import { workProgressOn } from '../progress/work-progress.ts';
import type { ListedSuite } from '../suites.ts';
import { exitCodes } from '../usage.ts';

/** Options of `claimcheck work`. */
export interface WorkCommand {
  readonly queue: RedisAddress;
  readonly workers: number;
  /** Where things are on this machine. */
  readonly local: SuiteOptions;
  /** Seconds without a run, after which it ends. */
  readonly idle?: number;
}

/**
 * Does the work of runs about some suites until an interrupt. The first interrupt lets it finish what it has begun, the second ends it at once.
 * @throws QueueFailure when Redis went away; DataError when it cannot be reached, and for runs of other suites, sources or data.
 */
export async function work(
  suites: readonly ListedSuite[],
  { queue, workers, local, idle }: WorkCommand,
): Promise<number> {
  const stop = new AbortController();
  const interrupted = () => {
    process.stderr.write('finishing what is begun; a second interrupt leaves it to other workers\n');
    // Without a listener a signal ends the process.
    unlisten();
    stop.abort();
  };
  const unlisten = () => process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  const progress = workProgressOn(process.stderr, queue);
  const suiteOf = async (id: string) => suites.find((suite) => suite.id === id)?.load();
  try {
    await takeWork(queue, { suiteOf, workers, local, idle, signal: stop.signal, progress });
  } finally {
    progress.stop();
    unlisten();
  }
  return exitCodes.supported;
}
