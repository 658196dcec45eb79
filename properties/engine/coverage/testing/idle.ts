/** Reached by no claim. */
export function idle(): string {
  // by none
  return 'idle'; // by none
}
