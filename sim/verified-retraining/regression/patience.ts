/** Draws that a rule may refuse in a row: one that accepts less than 1e-8 would loop for ever. */
export const PATIENCE = 1e8;

/** A rule accepted nothing for PATIENCE draws. */
export class RareAcceptanceError extends Error {
  override readonly name = 'RareAcceptanceError';
}

/** So many more refusals in a row. @throws RareAcceptanceError at the PATIENCE-th. */
export function impatient(refused: number, more: number = 1): number {
  if (refused + more >= PATIENCE) throw new RareAcceptanceError(`none of ${PATIENCE} labels in a row was accepted`);
  return refused + more;
}
