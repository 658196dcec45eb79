import type { ComparisonOutcome, Trace } from '../../properties/engine/claim.ts';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';

/** How the evidence of one comparison on a setting grew until it was decided. */
export interface TraceReport extends Trace {
  readonly claim: string;
  /** The index of the setting among the claim's. */
  readonly index: number;
  readonly comparison: string;
  readonly verdict: ComparisonOutcome['verdict'];
}

/** The traces that the evidence has, by claim and setting, whatever the order of its records. */
export function reportTraces(records: readonly EvidenceRecord[]): TraceReport[] {
  return records
    .filter((record) => record.type === 'decision')
    .toSorted((a, b) => (a.claim === b.claim ? a.index - b.index : a.claim < b.claim ? -1 : 1))
    .flatMap(({ claim, index, outcome }) =>
      outcome.comparisons.flatMap(({ name, verdict, trace }) =>
        trace === undefined ? [] : [{ claim, index, comparison: name, verdict, ...trace }],
      ),
    );
}
