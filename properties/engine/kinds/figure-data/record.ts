import type { EvidenceRecord, ObservationRecord } from '../../evidence/evidence.ts';

/** Id of the kind of work. */
export const FIGURE_DATA = 'figure-data';

/**
 * Simulated means beside predictions, for a figure. No verdict uses them. Each simulated mean is over `replicates` runs and has an asymptotic 95 %
 * interval, which is anytime-valid. The further fields are those of the figure.
 */
export interface FigureDataRecord extends ObservationRecord {
  readonly kind: typeof FIGURE_DATA;
  readonly figure: string;
  readonly replicates: number;
}

/** A simulated mean and its 95 % interval. */
export interface Estimate {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** Whether a record is data of a figure. */
export function isFigureData(record: EvidenceRecord): record is FigureDataRecord {
  return record.type === 'observation' && record.kind === FIGURE_DATA;
}
