import { type RedisCheckpointsAddress, redisCheckpoints } from '../queue/checkpoints.ts';
import type { Checkpoints, CheckpointsOnDisk } from './checkpoints.ts';
import { checkpointsOnDisk } from './disk-checkpoints.ts';

/** Where checkpoints lie: on disk, or in a Redis for workers on several machines. */
export type CheckpointsAddress = CheckpointsOnDisk | RedisCheckpointsAddress;

/** The checkpoints at an address. */
export function openCheckpoints(address: CheckpointsAddress): Checkpoints {
  return 'redis' in address ? redisCheckpoints(address) : checkpointsOnDisk(address);
}
