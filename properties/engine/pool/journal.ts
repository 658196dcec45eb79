/** What work has come to, kept as it is finished. The process that decides claims is the only one to write it. */
export interface Journal {
  /** What a piece of work came to when it was done before; otherwise it is done now, and its result kept. */
  resultOf<T>(work: unknown, perform: () => Promise<T>): Promise<T>;
}

/** Keeps nothing. */
export const noJournal: Journal = { resultOf: (_, perform) => perform() };
