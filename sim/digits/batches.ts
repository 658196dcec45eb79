import type { Stream } from '../random/stream.ts';
import type { Digits } from './digits.ts';

/** Copies the images at `indices` into consecutive rows of `into`, as numbers 0 or 1. */
export function fillImages(digits: Digits, indices: ArrayLike<number>, into: Float32Array): void {
  const size = digits.side ** 2;
  const { pixels } = digits;
  let at = 0;
  for (let i = 0; i < indices.length; i += 1) {
    const from = indices[i]! * size;
    for (let k = 0; k < size; k += 1) into[at++] = pixels[from + k]!;
  }
}

/** Writes the labels at `indices` into consecutive rows of `into` as 0-1 indicators of the ten classes. */
export function fillOneHot(labels: Uint8Array, indices: ArrayLike<number>, into: Float32Array): void {
  into.fill(0, 0, indices.length * 10);
  for (let i = 0; i < indices.length; i += 1) into[i * 10 + labels[indices[i]!]!] = 1;
}

/** The digits at the given places, in that order. */
export function pick(digits: Digits, indices: ArrayLike<number>): Digits {
  const size = digits.side ** 2;
  const pixels = new Uint8Array(indices.length * size);
  const labels = new Uint8Array(indices.length);
  for (let i = 0; i < indices.length; i += 1) {
    pixels.set(digits.pixels.subarray(indices[i]! * size, (indices[i]! + 1) * size), i * size);
    labels[i] = digits.labels[indices[i]!]!;
  }
  return { ...digits, count: indices.length, pixels, labels };
}

/**
 * Indices of `perClass` digits of each class, drawn without replacement, class by class.
 * @throws RangeError when a class that occurs has fewer.
 */
export function balancedSample(digits: Digits, perClass: number, stream: Stream): number[] {
  const byClass = Array.from({ length: 10 }, (): number[] => []);
  for (let i = 0; i < digits.count; i += 1) byClass[digits.labels[i]!]!.push(i);
  return byClass.flatMap((members, label) => {
    if (members.length === 0) return [];
    if (members.length < perClass) {
      throw new RangeError(`${perClass} digits of class ${label} are asked for, there are ${members.length}`);
    }
    for (let i = 0; i < perClass; i += 1) {
      const other = i + Math.floor(stream.uniform() * (members.length - i));
      [members[i], members[other]] = [members[other]!, members[i]!];
    }
    return members.slice(0, perClass);
  });
}
