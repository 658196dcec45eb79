/**
 * Data that cannot be used: a file is wrong, missing or not given. The message is one line: what was found, what is expected, and what to do.
 * The command line exits with 65 (EX_DATAERR of sysexits.h).
 */
export class DataError extends Error {
  override readonly name = 'DataError';
}
