import { arch, availableParallelism, cpus, platform, totalmem } from 'node:os';
import type { Machine } from './evidence/evidence.ts';

/** This machine. */
export function thisMachine(): Machine {
  return {
    node: process.version,
    platform: `${platform()} ${arch()}`,
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
  };
}
