import type { Stream } from '../../../../sim/random/stream.ts';
import type { Tier } from '../../tier.ts';
import type { FigureDataRecord } from './record.ts';

/** What a figure shows, and how finely. */
export interface Scene<World = unknown, T extends Tier = Tier> {
  readonly world: World;
  readonly tier: T;
}

/** What a cell may use beside: the random stream of a replicate, keyed by (seed, figure, cell, replicate); the object may be reused. */
export interface CellScene<World = unknown, T extends Tier = Tier> extends Scene<World, T> {
  stream(replicate: number): Stream;
}

/** Simulated means beside what the theory says of them, for a figure of the report. The data are made of cells that do not know of each other. */
export interface FigureData<C = unknown, World = unknown, T extends Tier = Tier> {
  readonly id: string;
  /** Ids of the claims that the figure is about: its data are made in runs of all of them. */
  readonly claims: readonly string[];
  readonly cells: number;
  /** Simulates cell 0, 1, …; what it comes to is plain data. */
  cell(index: number, scene: CellScene<World, T>): C;
  /** The figure's fields and the replicates behind each mean, from what all cells came to, in their order. */
  merge(cells: readonly C[], scene: Scene<World, T>): Omit<FigureDataRecord, 'type' | 'kind' | 'figure'>;
}
