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

/** Compares what claims of a run depended on with what they depend on now. The digests of now may be those of some of the run's claims. */
export function stalenessOf(run: Pick<RunRecord, 'sources'>, now: Sources): Staleness {
  // A file that is gone is not named: a file that loaded it has changed.
  const changed = Object.keys(now.files)
    .filter((file) => run.sources[file] !== now.files[file])
    .sort();
  const files = changed.length === 0 ? '' : `; changed files of the run: ${named(changed)}`;
  return ({ id, sources }) => {
    const digest = Object.hasOwn(now.claims, id) ? now.claims[id] : undefined;
    if (digest === sources) return null;
    return digest === undefined
      ? 'the suite has no such claim any more'
      : `code that it depends on changed since the evidence${files}`;
  };
}
