import type { Stream } from '../../../../sim/random/stream.ts';

/** How a walk goes on. */
export interface WalkStep {
  /** Mean change of ln position. */
  readonly drift: number;
  /** Standard deviation of the change. */
  readonly noise: number;
}

/** The next position of a walk, > 0. */
export function step(position: number, { drift, noise }: WalkStep, stream: Stream): number {
  return position * Math.exp(drift + noise * stream.normal());
}
