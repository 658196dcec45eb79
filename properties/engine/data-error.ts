/** Data that cannot be had or used as asked, digits or evidence: one line for whoever gave it. */
export { DataError } from '../../sim/data-error.ts';
