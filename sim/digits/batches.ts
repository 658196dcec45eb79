import type { Stream } from '../random/stream.ts';
import { CLASSES, type Digits } from './digits.ts';

/** Copies the images at `indices` into consecutive rows of `into`. Pixels are 0 or 1. */
export function fillImages(digits: Digits, indices: ArrayLike<number>, into: Float32Array): void {
  const size = digits.side ** 2;
  const { pixels } = digits;
  let at = 0;
  for (let i = 0; i < indices.length; i += 1) {
    const from = indices[i]! * size;
    for (let k = 0; k < size; k += 1) into[at++] = pixels[from + k]!;
  }
}

/** Writes the labels at `indices` into consecutive rows of `into`, each as ten numbers with a single 1. */
export function fillOneHot(labels: Uint8Array, indices: ArrayLike<number>, into: Float32Array): void {
  into.fill(0, 0, indices.length * CLASSES);
  for (let i = 0; i < indices.length; i += 1) into[i * CLASSES + labels[indices[i]!]!] = 1;
}

/** The digits at `indices`, in this order. */
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
 * Draws `perClass` digits of each class without replacement, and returns their indices, class by class. Classes that do not occur are skipped.
 * @throws RangeError when a class has fewer digits.
 */
export function balancedSample(digits: Digits, perClass: number, stream: Stream): number[] {
  const byClass = Array.from({ length: CLASSES }, (): number[] => []);
  for (let i = 0; i < digits.count; i += 1) byClass[digits.labels[i]!]!.push(i);
  return byClass.flatMap((members, label) => {
    if (members.length === 0) return [];
    if (members.length < perClass) {
      throw new RangeError(`${perClass} digits of class ${label} are needed, but there are only ${members.length}`);
    }
    for (let i = 0; i < perClass; i += 1) {
      const other = i + Math.floor(stream.uniform() * (members.length - i));
      [members[i], members[other]] = [members[other]!, members[i]!];
    }
    return members.slice(0, perClass);
  });
}
