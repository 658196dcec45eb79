import type { Effect } from '../../decide/decide-effects.ts';
import type { ClaimDescription, Exclusion } from '../../evidence/evidence.ts';

/** Id of the kind of work. */
export const REPLICATED_RUNS = 'replicated-runs';

/** What a replicated claim compares, and where, as the evidence carries it. */
export interface ReplicationDescription {
  /** The arms by name: as data, in words, and their rounds at this tier. */
  readonly arms: Readonly<Record<string, { readonly arm: unknown; readonly text: string; readonly rounds: number }>>;
  readonly effects: readonly Effect[];
  /** Settings of the tier on which the claim is not said to hold. */
  readonly excluded: readonly Exclusion[];
  /** What was seen beside it that the claim does not say. */
  readonly remarks: readonly string[];
}

/** What a claim that is decided over replicates compares; null for another claim. */
export function replicationOf({
  work,
  details,
}: Pick<ClaimDescription, 'work' | 'details'>): ReplicationDescription | null {
  return work === REPLICATED_RUNS ? (details as ReplicationDescription) : null;
}
