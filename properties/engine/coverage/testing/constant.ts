/** Nothing in a function. */
export const UNIT = 1;
