/** Numbers as a person reads them. null, which JSON has for a number that does not exist, is a dash. */

/** Four significant digits: enough to tell an estimate from the edge of a 2 % zone. */
export function short(value: number | null): string {
  if (value === null) return '–';
  const rounded = Number(value.toPrecision(4));
  return rounded !== 0 && Math.abs(rounded) < 1e-3 ? rounded.toExponential() : String(rounded);
}

/** A share as a percentage of two significant digits. */
export function percent(share: number | null): string {
  return share === null ? '–' : `${Number((100 * share).toPrecision(2))} %`;
}

/** An interval whose ends may be missing: [a, b], (−∞, b], [a, ∞). */
export function interval(ends: readonly [number | null, number | null] | null): string {
  if (ends === null) return '–';
  const [low, high] = ends;
  return `${low === null ? '(−∞' : `[${short(low)}`}, ${high === null ? '∞)' : `${short(high)}]`}`;
}

/** A count with its thousands set apart: 1,234,567. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** A count and its noun: 1 setting, 2 settings. */
export function counted(value: number, noun: string): string {
  return `${count(value)} ${noun}${value === 1 ? '' : 's'}`;
}
