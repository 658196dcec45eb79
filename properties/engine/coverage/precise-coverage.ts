import type { Profiler } from 'node:inspector';
import { Session } from 'node:inspector/promises';

/** What V8 counted in a script: its functions from the outside in, each with its blocks. */
export type ScriptCoverage = Pick<Profiler.ScriptCoverage, 'url' | 'functions'>;

/** V8's own count of what runs in this thread. */
export interface PreciseCoverage {
  /** What has run since it was last taken, or started. */
  take(): Promise<readonly ScriptCoverage[]>;
  stop(): Promise<void>;
}

/** Starts counting, block by block. Of scripts that were loaded before, only whole functions are counted. */
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
