import type { CoverageRecord, EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';

/** What was measured of the code. */
export interface Measured {
  /** The record of all executable lines. */
  readonly all: CoverageRecord;
  /** The records of claims, by id. */
  readonly byClaim: ReadonlyMap<string, CoverageRecord>;
}

/** The coverage records among some records, the last of each claim; null when the record of all lines is not among them. */
export function measuredIn(records: readonly EvidenceRecord[]): Measured | null {
  const coverage = records.filter((record) => record.type === 'coverage');
  const all = coverage.findLast(({ claim }) => claim === null);
  if (all === undefined) return null;
  return { all, byClaim: new Map(coverage.flatMap((each) => (each.claim === null ? [] : [[each.claim, each]]))) };
}
