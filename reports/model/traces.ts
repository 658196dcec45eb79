import type { ComparisonOutcome, Trace } from '../../properties/engine/claim.ts';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';

/** How the evidence of one comparison of a draw grew until it was decided. */
export interface TraceReport extends Trace {
  readonly claim: string;
  readonly draw: number;
  readonly comparison: string;
  readonly verdict: ComparisonOutcome['verdict'];
}

/** The traces that the evidence has, by claim and draw, whatever the order of its records. */
export function reportTraces(records: readonly EvidenceRecord[]): TraceReport[] {
  return records
    .filter((record) => record.type === 'draw')
    .toSorted((a, b) => (a.claim === b.claim ? a.draw - b.draw : a.claim < b.claim ? -1 : 1))
    .flatMap(({ claim, draw, outcome }) =>
      outcome.comparisons.flatMap(({ name, verdict, trace }) =>
        trace === undefined ? [] : [{ claim, draw, comparison: name, verdict, ...trace }],
      ),
    );
}
