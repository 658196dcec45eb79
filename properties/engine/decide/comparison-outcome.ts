/** Two-sided error probability of the interval that an outcome shows. The verdict has its own, far smaller errors. */
export const DISPLAY_ERROR = 0.05;

/** The number, or null for a number that is infinite or NaN: JSON has neither. */
export function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
