import type { Stream } from '../../../../sim/random/stream.ts';

/** Whether a coin that wins with a probability wins. */
export function toss(probability: number, stream: Stream): boolean {
  return stream.uniform() < probability;
}
