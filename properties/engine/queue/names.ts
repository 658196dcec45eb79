import { canonicalJson } from '../canonical-json.ts';
import { sha256 } from '../sources/repository.ts';
import type { AnnouncedRun } from './announced-run.ts';

/** Before the names of all keys in Redis. */
export const PREFIX = 'claimcheck';

/**
 * What decides the outcome of work beside the work itself: the suite, sources, versions of packages and of Node, and what the kinds of work
 * require of a worker. Work of one identity shares a queue, and only workers of that identity take from it.
 */
export function identityOf({
  suite,
  made,
  requirements,
}: Pick<AnnouncedRun, 'suite' | 'made' | 'requirements'>): string {
  return canonicalJson([suite, made, requirements]);
}

/** The queue of an identity. */
export function queueOf(identity: string): string {
  return sha256(identity);
}

/** The job of a piece of work: handed in twice it is the same job. */
export function jobOf(identity: string, work: unknown): string {
  return sha256(canonicalJson([identity, work]));
}

/** The key that is in Redis as long as what is there of a queue may be of use. */
export function useKey(queue: string): string {
  return `${PREFIX}:${queue}:in-use`;
}

/** The key in Redis of the state of half-done work. */
export function checkpointKey(queue: string, work: unknown): string {
  return `${PREFIX}:${queue}:checkpoint:${sha256(canonicalJson(work))}`;
}
