/** Data that are missing or cannot be used. The message is one line, for the person who gave them. */
export { DataError } from '../../sim/data-error.ts';
