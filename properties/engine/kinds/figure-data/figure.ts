import type { Stream } from '../../../../sim/random/stream.ts';
import type { Tier } from '../../tier.ts';
import type { FigureDataRecord } from './record.ts';

/** The world that a figure shows, and the tier, which says how precisely. */
export interface Scene<World = unknown, T extends Tier = Tier> {
  readonly world: World;
  readonly tier: T;
}

/** What a cell of a figure is simulated with. */
export interface CellScene<World = unknown, T extends Tier = Tier> extends Scene<World, T> {
  /** The random stream of a replicate, keyed by (seed, figure, cell, replicate). The next call may reuse the object. */
  stream(replicate: number): Stream;
}

/** The data of a figure of the report: simulated means beside what the theory says of them. They are made of cells, which are simulated apart. */
export interface FigureData<C = unknown, World = unknown, T extends Tier = Tier> {
  readonly id: string;
  /** Ids of the claims that the figure is about. Runs that have all of these claims make its data. */
  readonly claims: readonly string[];
  /** The number of cells. */
  readonly cells: number;
  /** Simulates cell 0, 1, …; the result is plain data. */
  cell(index: number, scene: CellScene<World, T>): C;
  /** The figure's fields, and the number of replicates behind each mean, from the results of all cells in their order. */
  merge(cells: readonly C[], scene: Scene<World, T>): Omit<FigureDataRecord, 'type' | 'kind' | 'figure'>;
}
