/** A log axis that shows some positive numbers. */
export interface LogAxis {
  readonly scale: { readonly type: 'log'; readonly domain: number[]; readonly nice: false };
  /** Where its lines are: at the powers of ten, and at three times the powers where there are fewer than two. */
  readonly ticks: number[];
  /** The nearest number that the axis has a place for: its lower end for 0 and for a negative number. */
  place(value: number): number;
}

/**
 * The log axis from the least positive to the greatest of some numbers.
 * @param room factors by which the axis goes on: below, for intervals that reach to 0 or beyond, and above
 */
export function logAxis(values: readonly number[], room = { below: 1, above: 1 }): LogAxis {
  const positive = values.filter((value) => value > 0);
  const low = room.below * positive.reduce((least, value) => Math.min(least, value), positive[0] ?? 1);
  const high = room.above * positive.reduce((most, value) => Math.max(most, value), 10 * low);
  return {
    scale: { type: 'log', domain: [low, high], nice: false },
    ticks: ticksOf(low, high),
    place: (value) => Math.min(high, Math.max(low, value)),
  };
}

function ticksOf(low: number, high: number): number[] {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from({ length: Math.floor(Math.log10(high)) - first + 1 }, (_, step) => 10 ** (first + step));
  const shown = (ticks: readonly number[]) => ticks.filter((tick) => tick >= low && tick <= high);
  return shown(powers).length >= 2 ? shown(powers) : shown(powers.flatMap((power) => [power, 3 * power]));
}
