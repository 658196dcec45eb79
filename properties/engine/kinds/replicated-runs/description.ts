import type { Effect } from '../../decide/decide-effects.ts';
import type { ClaimDescription, Exclusion } from '../../evidence/evidence.ts';

/** Id of the kind of work. */
export const REPLICATED_RUNS = 'replicated-runs';

/** The arms and effects of a replicated claim, and where the claim is not said to hold, as the evidence carries them. */
export interface ReplicationDescription {
  /** The arms by name: as data, in words, and their rounds at this tier. */
  readonly arms: Readonly<Record<string, { readonly arm: unknown; readonly text: string; readonly rounds: number }>>;
  readonly effects: readonly Effect[];
  /** Settings of the tier on which the claim is not said to hold. */
  readonly excluded: readonly Exclusion[];
  /** Further findings, which the claim does not state. */
  readonly remarks: readonly string[];
}

/** The arms and effects of a claim that is decided over replicates; null for another claim. */
export function replicationOf({
  work,
  details,
}: Pick<ClaimDescription, 'work' | 'details'>): ReplicationDescription | null {
  return work === REPLICATED_RUNS ? (details as ReplicationDescription) : null;
}
