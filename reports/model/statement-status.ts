/** The statuses in the order in which they are counted. */
export const statementStatuses = ['supported', 'refuted', 'undecided', 'not yet covered', 'out of scope'] as const;

/** What a run says of a statement of the paper. */
export type StatementStatus = (typeof statementStatuses)[number];
