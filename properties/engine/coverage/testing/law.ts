import { UNIT } from './constant.ts';
import { squares } from './table.ts';

/** Known at once. */
export const largest = Math.max(...squares);

/** What a claim about positive numbers sees of it, and what one about negative ones does. */
export function sign(value: number): string {
  // by positive, negative
  // A comment is no code.
  if (value > 0) {
    // by positive, negative
    return value > largest // by positive
      ? large() // by none
      : 'positive'; // by positive
  }
  const words = ['zero', 'negative']; // by negative

  const word = (index: number): string => {
    // by negative
    if (index > UNIT) throw new RangeError('no word'); // by negative
    return words[index]!; // by negative
  };
  const later = () =>
    // by negative
    word(0); // by none
  return value < 0 ? word(1) : later(); // by negative
}

function large(): string {
  // by none
  return 'large'; // by none
}

export class Counter {
  // by positive
  #count = 0; // by positive

  add(): void {
    // by positive
    this.#count += UNIT; // by positive
  }

  reset(): void {
    // by none
    this.#count = 0; // by none
  }
}

export function idle(): Promise<unknown> {
  // by none
  return import('./idle.ts'); // by none
}
