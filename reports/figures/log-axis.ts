/** Where a log axis ends below: half of the least positive number, so that an interval that reaches to 0 or beyond has an end to be drawn to. */
export function logFloor(values: readonly number[]): number {
  const positive = values.filter((value) => value > 0);
  return positive.length === 0 ? 1 : positive.reduce((least, value) => Math.min(least, value)) / 2;
}

/** The powers of ten from `low` to `high`: the lines of a log axis. */
export function decades(low: number, high: number): number[] {
  const first = Math.ceil(Math.log10(low));
  return Array.from(
    { length: Math.max(0, Math.floor(Math.log10(high)) - first + 1) },
    (_, step) => 10 ** (first + step),
  );
}
