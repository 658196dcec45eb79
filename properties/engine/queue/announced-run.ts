import type { Versions } from '../sources/claim-sources.ts';

/** A run that wants workers, as its coordinator says it. Plain data. */
export interface AnnouncedRun {
  readonly queue: string;
  /** Id of the suite, and ids of the claims: a worker looks both up among those that it has. */
  readonly suite: string;
  readonly claims: readonly string[];
  /** What the run is made of there: workers must have the same. */
  readonly made: Versions;
  /** What the kinds of work of the run require of a worker, by their ids. */
  readonly requirements: Readonly<Record<string, unknown>>;
  /** Milliseconds without a sign of life, after which a worker's work is given to another, and a coordinator is thought to be gone. */
  readonly lockMs: number;
}
