/** Output that cannot be written. The message says where and why. */
export class OutputError extends Error {
  override readonly name = 'OutputError';
}

/**
 * Calls `write`, which writes to a place.
 * @throws OutputError with the name of the place when the system refuses, as on a full disk.
 */
export function writingTo<T>(place: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    throw new OutputError(`cannot write to ${place}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
