import type { Tier } from '../../properties/engine/tier.ts';

/** What a benchmark may spend. */
export interface Effort {
  /** Alternated runs of every task, of which medians are taken. */
  readonly runs: number;
  /** Milliseconds of processor time that one run of a task takes at least: its work is repeated until then. */
  readonly slice: number;
  /** The smallest sizes: whether everything works is seen, the figures mean nothing. */
  readonly smoke: boolean;
  /** The tier that whole runs are of. */
  readonly tier: Tier['name'];
}

/** A figure, or what it is of; null where there is none. */
export type Cell = number | string | null;

/** Figures by what they are, with their unit. */
export type Row = Readonly<Record<string, Cell>>;

/** What a benchmark has measured. */
export interface Table {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What a reader should know of them, a sentence each. */
  readonly notes?: readonly string[];
}

/** A benchmark. What it measures is loaded when it is run. */
export interface Part {
  readonly name: string;
  readonly title: string;
  /** Runs of every task where no number is asked for. */
  readonly runs: number;
  /** Why it is run only where it is named; absent where it is part of every run. */
  readonly leftOut?: string;
  readonly load: () => Promise<(effort: Effort) => Promise<readonly Table[]>>;
}
