import type { ComparisonOutcome, Trace } from '../properties/claim.ts';
import type { EvidenceRecord } from '../properties/evidence.ts';

/** How the evidence of one comparison of a draw grew until it was decided. */
export interface TraceReport extends Trace {
  readonly claim: string;
  readonly draw: number;
  readonly comparison: string;
  readonly verdict: ComparisonOutcome['verdict'];
}

/** The traces that the evidence has, in its order. */
export function reportTraces(records: readonly EvidenceRecord[]): TraceReport[] {
  return records.flatMap((record) =>
    record.type !== 'draw'
      ? []
      : record.outcome.comparisons.flatMap(({ name, verdict, trace }) =>
          trace === undefined ? [] : [{ claim: record.claim, draw: record.draw, comparison: name, verdict, ...trace }],
        ),
  );
}
