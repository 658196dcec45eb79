/** What a change is of. */
export type Changed = 'claim' | 'mutant' | 'statement' | 'stratum' | 'effect';

/** Something that two reports say differently, in words for a table. */
export interface Change {
  readonly of: Changed;
  /** Its name: an id, or the id of what it is part of, and its name. */
  readonly name: string;
  readonly old: string;
  readonly new: string;
}

/** Changes of one kind of thing, for the worse and for the better, and how many of them could be compared. */
export interface Compared {
  readonly count: number;
  readonly regressions: readonly Change[];
  readonly gains: readonly Change[];
}
