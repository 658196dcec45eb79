import type { Stream } from '../../../../sim/random/stream.ts';

/** How a walk is steered: an arm of the replicated claims. */
export type Arm = Readonly<{ steering: 'none' | 'home' }>;

/** Growth of the logarithm of a free walk's distance in a round. A steered walk shrinks by as much. */
const DRIFT = 0.1;

/** What the claims of this suite hold against each other. */
export interface World {
  readonly theory: {
    /** Expected share of heads, of a coin that shows them with a probability. */
    shareOfHeads(probability: number): number;
    /** n², as the sum of the first n odd numbers. */
    square(n: number): number;
  };
  readonly simulator: {
    /** Whether a coin shows heads: 1 or 0. */
    toss(probability: number, stream: Stream): number;
    /** Mean change of the logarithm of a walk's distance in a round. */
    drift(arm: Arm): number;
  };
}

/** The world in which the true claims hold. */
export const walksWorld: World = {
  theory: {
    shareOfHeads: (probability) => probability,
    square: (n) => Array.from({ length: n }, (_, index) => 2 * index + 1).reduce((sum, odd) => sum + odd, 0),
  },
  simulator: {
    toss: (probability, stream) => (stream.uniform() < probability ? 1 : 0),
    drift: ({ steering }) => (steering === 'home' ? -DRIFT : DRIFT),
  },
};
