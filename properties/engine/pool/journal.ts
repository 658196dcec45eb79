/** Keeps the results of work as it is finished. Only the process that decides claims writes it. */
export interface Journal {
  /** The result of a piece of work: the one that is kept; else the work is done now, and its result is kept. */
  resultOf<T>(work: unknown, perform: () => Promise<T>): Promise<T>;
}

/** Keeps nothing. */
export const noJournal: Journal = { resultOf: (_, perform) => perform() };
