/** The edges of one side of a comparison, in the units of the observable. */
export interface Edges {
  /** Support needs the mean proven beyond this value. */
  readonly support: number;
  /** The comparison is refuted when the mean is proven short of this value. */
  readonly refute: number;
}

/**
 * One mean held against the theory. Each side has two one-sided tests, and the indifference zone lies between its edges. A mean inside the zone may
 * get either verdict or none. A mean outside gets the wrong verdict with at most the stated error probability.
 */
export interface Comparison {
  /** What is compared, in words or as a symbol. Unique among the comparisons of a decision. */
  readonly name: string;
  /** The mean under the theory. The bets of the supporting tests aim at it. */
  readonly expected: number;
  /** Supported when mean > support is proven, refuted when mean < refute is proven; support ≤ refute ≤ expected. */
  readonly above?: Edges;
  /** Supported when mean < support is proven, refuted when mean > refute is proven; support ≥ refute ≥ expected. */
  readonly below?: Edges;
  /** Bounds of the observable. Absent for an unbounded observable: the guarantee is then asymptotic, and the outcome says so. */
  readonly range?: readonly [number, number];
}

/** E X = predicted: supported when E X is proven within ±margin of the prediction, refuted when it is proven different from the prediction. */
export function equals(name: string, predicted: number, margin: number, range?: readonly [number, number]): Comparison {
  return validated({
    name,
    expected: predicted,
    above: { support: predicted - margin, refute: predicted },
    below: { support: predicted + margin, refute: predicted },
    ...bounds(range),
  });
}

/** E X ≤ limit, where the theory expects `expected` ≤ limit: supported when E X < limit + margin is proven, refuted when E X > limit is. */
export function atMost(
  name: string,
  limit: number,
  margin: number,
  expected: number,
  range?: readonly [number, number],
): Comparison {
  return validated({ name, expected, below: { support: limit + margin, refute: limit }, ...bounds(range) });
}

/** E X ≥ limit, where the theory expects `expected` ≥ limit: supported when E X > limit − margin is proven, refuted when E X < limit is. */
export function atLeast(
  name: string,
  limit: number,
  margin: number,
  expected: number,
  range?: readonly [number, number],
): Comparison {
  return validated({ name, expected, above: { support: limit - margin, refute: limit }, ...bounds(range) });
}

/**
 * E X > threshold, for orderings and signs. Supported when the effect E X − threshold is proven positive, refuted when the effect is proven smaller
 * than a share `indifference` ∈ (0, 1] of the effect that the theory expects.
 */
export function isAbove(
  name: string,
  threshold: number,
  expectedEffect: number,
  indifference: number,
  range?: readonly [number, number],
): Comparison {
  const refute = threshold + indifference * expectedEffect;
  const expected = threshold + expectedEffect;
  return validated({ name, expected, above: { support: threshold, refute }, ...bounds(range) });
}

const bounds = (range: readonly [number, number] | undefined) => (range === undefined ? {} : { range });

/**
 * Returns the comparison when its edges are in order and its range is an interval.
 * @throws RangeError that names the comparison and what is out of order.
 */
export function validated(comparison: Comparison): Comparison {
  const { name, expected, above, below, range } = comparison;
  const fail = (what: string): never => {
    throw new RangeError(`comparison '${name}': ${what}`);
  };
  if (!Number.isFinite(expected)) fail(`expected = ${expected}, a finite mean is needed`);
  if (above === undefined && below === undefined) fail('it compares nothing, give above or below');
  if (above && !(above.support < expected && above.support <= above.refute && above.refute <= expected)) {
    fail(
      `above needs support ≤ refute ≤ expected and support < expected, got ${above.support}, ${above.refute}, ${expected}`,
    );
  }
  if (below && !(below.support > expected && below.support >= below.refute && below.refute >= expected)) {
    fail(
      `below needs expected ≤ refute ≤ support and expected < support, got ${expected}, ${below.refute}, ${below.support}`,
    );
  }
  if (range === undefined) return comparison;
  const [low, high] = range;
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high))
    fail(`range [${low}, ${high}] is not an interval`);
  return comparison;
}
