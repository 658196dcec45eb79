import type { ClaimDescription, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { named } from '../wording/named.ts';

/** Digests of what some claims depend on. */
export interface Sources {
  /** By the id of a claim: the digest of all that it depends on. A claim that the suite does not have is absent. */
  readonly claims: Readonly<Record<string, string>>;
  /** By its path from the root of the repository: the digest of each file that any of the claims depends on. */
  readonly files: Readonly<Record<string, string>>;
}

/** Whether what a claim depends on is still what its evidence was made with: null, or what has changed, in words. */
export type Staleness = (claim: Pick<ClaimDescription, 'id' | 'sources'>) => string | null;

/** The digests that a run states. */
export function sourcesOfRun({ claims, sources }: Pick<RunRecord, 'claims' | 'sources'>): Sources {
  return { claims: Object.fromEntries(claims.map((claim) => [claim.id, claim.sources])), files: sources };
}

/** Compares what the claims of a run depended on with what they depend on now. */
export function stalenessOf(run: Pick<RunRecord, 'sources'>, now: Sources): Staleness {
  const changed = changedFiles(run.sources, now.files);
  const files = changed.length === 0 ? '' : `; changed files of the run: ${named(changed)}`;
  return ({ id, sources }) => {
    const digest = Object.hasOwn(now.claims, id) ? now.claims[id] : undefined;
    if (digest === sources) return null;
    return digest === undefined
      ? 'the suite has no such claim any more'
      : `code that it depends on changed since the evidence${files}`;
  };
}

/** Files whose digests differ, or that only one side has, in alphabetical order. */
export function changedFiles(before: Sources['files'], now: Sources['files']): string[] {
  const files = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...files].filter((file) => before[file] !== now[file]).sort();
}
