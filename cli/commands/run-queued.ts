import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import type { Laboratory } from '../../properties/engine/kinds/replicated-runs/laboratory.ts';
import type { RedisAddress } from '../../properties/engine/queue/address.ts';
import { withQueueCrew } from '../../properties/engine/queue/crew.ts';
import { type RunOptions, run } from '../../properties/engine/run.ts';

/**
 * A run whose work is done by whoever takes it from a queue.
 * @throws DataError when Redis cannot be reached; QueueFailure when it went away, and for work that no worker could do.
 */
export function runQueued(
  queue: RedisAddress,
  options: RunOptions,
  laboratory: Laboratory | undefined,
): Promise<EvidenceRecord[]> {
  return withQueueCrew(queue, { ...options, laboratory }, (crew) => {
    process.stderr.write(
      `the work is done by \`npm run claimcheck -- work --queue ${queue.shown}\`, on any machines\n`,
    );
    return run({ ...options, openCrew: () => crew });
  });
}
