import type { Stream } from '../../../random/stream.ts';

/** Returns the places 0 … count − 1 in a random order, then in another one, and so on: each place occurs equally often. */
export function shuffled(count: number, stream: Stream): () => number {
  const order = Int32Array.from({ length: count }, (_, place) => place);
  let next = count;
  return () => {
    if (next === count) {
      for (let i = count - 1; i > 0; i -= 1) {
        const other = Math.floor(stream.uniform() * (i + 1));
        const swapped = order[i]!;
        order[i] = order[other]!;
        order[other] = swapped;
      }
      next = 0;
    }
    return order[next++]!;
  };
}
