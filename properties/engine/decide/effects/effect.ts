import { type Comparison, validated } from '../comparison.ts';

/** What a claim says of the mean of an effect. A replicate gives one observation of the effect, such as a paired log-ratio. */
export interface Effect {
  /** Unique among the effects of a decision. */
  readonly name: string;
  /** The mean lies above zero, below zero, or near zero. */
  readonly direction: 'positive' | 'negative' | 'negligible';
  /** Smallest mean effect of interest, > 0, in the units of the effect. */
  readonly smallest: number;
}

/**
 * The effect as a comparison of its mean.
 * 'positive': supported when mean > 0 is proven, refuted when mean < smallest is proven. Both hold for a mean in between, the indifference zone.
 * Such a mean gets the verdict that is proven first, and it is refuted when both are proven at the same look. 'negative' is the mirror image.
 * 'negligible': supported when −smallest < mean < smallest is proven, refuted when mean < −smallest/2 or mean > smallest/2 is proven. The
 * indifference zone is the outer half on either side, so that the edges of support and of refutation lie equally far from the middle of the zone.
 * @throws RangeError for a smallest effect that is not positive and finite.
 */
export function effectComparison({ name, direction, smallest }: Effect): Comparison {
  if (!(smallest > 0 && Number.isFinite(smallest))) {
    throw new RangeError(`effect '${name}': smallest = ${smallest}, a positive finite number is needed`);
  }
  switch (direction) {
    case 'positive':
      return validated({ name, expected: smallest, above: { support: 0, refute: smallest } });
    case 'negative':
      return validated({ name, expected: -smallest, below: { support: 0, refute: -smallest } });
    case 'negligible':
      return validated({
        name,
        expected: 0,
        above: { support: -smallest, refute: -smallest / 2 },
        below: { support: smallest, refute: smallest / 2 },
      });
  }
}
