/** Labels that may be rejected in a row. A rule that accepts fewer than one label in 1e8 would run for ever. */
export const REJECTION_LIMIT = 1e8;

/** A rule rejected REJECTION_LIMIT labels in a row. */
export class RareAcceptanceError extends Error {
  override readonly name = 'RareAcceptanceError';
}

/**
 * Adds `more` rejections to the number of labels that were rejected in a row.
 * @throws RareAcceptanceError when the sum reaches REJECTION_LIMIT.
 */
export function addRejections(rejected: number, more: number = 1): number {
  if (rejected + more >= REJECTION_LIMIT) {
    throw new RareAcceptanceError(`none of ${REJECTION_LIMIT} labels in a row was accepted`);
  }
  return rejected + more;
}
