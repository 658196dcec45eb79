import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

/** What V8 has counted in a script: its functions, outer ones first, each with its blocks. */
export type ScriptCoverage = Pick<Profiler.ScriptCoverage, 'url' | 'functions'>;

/** V8's own count of what runs in this thread. */
export interface PreciseCoverage {
  /** What has run since the last call, or since the start. */
  take(): Promise<readonly ScriptCoverage[]>;
  stop(): Promise<void>;
}

/** Starts counting, block by block. In scripts that were loaded before, only whole functions are counted. */
export async function startPreciseCoverage(): Promise<PreciseCoverage> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  return {
    take: async () => (await session.post('Profiler.takePreciseCoverage')).result,
    async stop() {
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}
