import type { EvidenceRecord, ObservationRecord } from '../../evidence/evidence.ts';
import { REPLICATED_RUNS } from './description.ts';

/** What is observed of a run after a round. Further fields are numbers, by the names of metrics. */
export interface Round {
  /** Its number, from 0 for the start. */
  readonly round: number;
}

/** What is observed of a run, round by round from the start. */
export interface Curve<R = Round> {
  readonly rounds: readonly R[];
  /** Sample images, ten squares of gray bytes a round, in base64; absent where none were asked for. */
  readonly samples?: string;
}

/** The curve of an arm of a replicate in the suite's own world, as far as a decision looked at it. */
export interface CurveRecord extends ObservationRecord, Omit<Curve, 'rounds'> {
  readonly kind: typeof REPLICATED_RUNS;
  /** The fixed setting of the run: as data, and in words. */
  readonly population: Readonly<Record<string, string>>;
  readonly populationName: string;
  /** The arm: as data, and in words. */
  readonly arm: unknown;
  readonly armText: string;
  readonly replicate: number;
  readonly rounds: readonly Readonly<Record<string, number>>[];
}

/** Whether a record is a curve. */
export function isCurve(record: EvidenceRecord): record is CurveRecord {
  return record.type === 'observation' && record.kind === REPLICATED_RUNS;
}
