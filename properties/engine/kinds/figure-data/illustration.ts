import type { IllustrationRecord } from '../../../verified-retraining/figure-data/record.ts';
import type { Trial } from '../../claim.ts';

/** What an illustration shows, and how finely. */
export type Scene = Pick<Trial, 'world' | 'tier'>;

/** What a cell may use beside: the random stream of a replicate, keyed by (seed, illustration, cell, replicate); the object may be reused. */
export type CellScene = Scene & Pick<Trial, 'stream'>;

/** Simulated means beside what the theory says of them, for a figure of the report. It is made of cells that do not know of each other. */
export interface Illustration<C = unknown> {
  readonly id: IllustrationRecord['illustration'];
  /** Ids of the claims that it illustrates: it is made in runs of all of them. */
  readonly claims: readonly string[];
  readonly cells: number;
  /** Simulates cell 0, 1, …; what it comes to is plain data. */
  cell(index: number, scene: CellScene): C;
  /** The record, from what all cells came to, in their order. */
  merge(cells: readonly C[], scene: Scene): IllustrationRecord;
}

/** An illustration whose cells' type is checked where it is written, and forgotten where illustrations are listed. */
export function defineIllustration<C>(illustration: Illustration<C>): Illustration {
  return illustration as Illustration;
}
