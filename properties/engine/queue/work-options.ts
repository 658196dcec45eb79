import type { Suite } from '../suite.ts';
import type { SuiteOptions } from '../suite-content.ts';
import type { AnnouncedRun } from './announced-run.ts';

/** How a worker works. */
export interface WorkOptions {
  /** The suite of an id, among those that this worker has; undefined for another. */
  readonly suiteOf: (id: string) => Promise<Suite | undefined>;
  /** Worker threads, at least one. */
  readonly workers: number;
  /** Local options of suites: where things are on this machine. */
  readonly local: SuiteOptions;
  /** Seconds without a run, after which the worker ends; never when absent. */
  readonly idle?: number | undefined;
  /** Milliseconds for which Redis may go away; half a minute when absent. */
  readonly outageMs?: number;
  /** Once aborted, what is begun is finished and nothing else taken. */
  readonly signal: AbortSignal;
  readonly progress: WorkProgress;
}

/** Shows a person what a worker does. */
export interface WorkProgress {
  /** It waits for a run. */
  waiting(): void;
  /** It works for a run from now on. */
  joined(run: AnnouncedRun): void;
  /** A piece of work is begun, or finished. */
  began(name: string): void;
  finished(name: string): void;
  /** It works for the run no longer. */
  left(reason: string): void;
  /** Something is amiss, and it goes on. */
  complained(message: string): void;
}

/** Milliseconds between two looks for runs that want workers: short beside any of their work. */
export const POLL_MS = 500;
