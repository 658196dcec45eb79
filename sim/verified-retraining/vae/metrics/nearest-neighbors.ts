/** Improved precision and recall of generated points. */
export interface PrecisionAndRecall {
  /** Share of the generated points that lie in the estimated support of the real ones. It measures realism. */
  readonly precision: number;
  /** Share of the real points that lie in the estimated support of the generated ones. It measures variety. */
  readonly recall: number;
}

/** The radius of a ball is the distance to the neighbour of this number: k = 3 in Kynkäänniemi et al. (2019). */
const NEIGHBORS = 3;

/**
 * Improved precision and recall (Kynkäänniemi, Karras, Laine, Lehtinen & Aila 2019). The estimated support of a set of points is the union of
 * closed balls around the points, each of which reaches to the third nearest neighbour within the set.
 * @param real rows of `width` features.
 * @param generated the same number of rows: balls shrink as a set grows, so sets of different sizes cannot be compared.
 * @throws RangeError when the numbers of rows differ, or are too small for a third neighbour.
 */
export function precisionAndRecall(real: Float64Array, generated: Float64Array, width: number): PrecisionAndRecall {
  const count = real.length / width;
  if (real.length !== generated.length) {
    throw new RangeError(
      `the numbers of real and generated rows must be equal, got ${count} and ${generated.length / width}`,
    );
  }
  if (count <= NEIGHBORS) throw new RangeError(`at least ${NEIGHBORS + 1} rows are needed, got ${count}`);
  return {
    precision: shareInside(generated, real, squaredReach(real, width), width),
    recall: shareInside(real, generated, squaredReach(generated, width), width),
  };
}

/** Squared distance of each point to its third nearest neighbour. */
function squaredReach(points: Float64Array, width: number): Float64Array {
  const count = points.length / width;
  // Row i has the smallest squared distances from point i so far, in rising order.
  const nearest = new Float64Array(count * NEIGHBORS).fill(Number.POSITIVE_INFINITY);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const limit = Math.max(nearest[(i + 1) * NEIGHBORS - 1]!, nearest[(j + 1) * NEIGHBORS - 1]!);
      const distance = squaredDistance(points, i * width, points, j * width, width, limit);
      insert(nearest, i * NEIGHBORS, distance);
      insert(nearest, j * NEIGHBORS, distance);
    }
  }
  return Float64Array.from({ length: count }, (_, i) => nearest[(i + 1) * NEIGHBORS - 1]!);
}

/** Inserts a value into NEIGHBORS rising ones, and drops the largest. */
function insert(rising: Float64Array, from: number, value: number): void {
  let at = from + NEIGHBORS - 1;
  if (!(value < rising[at]!)) return;
  for (; at > from && rising[at - 1]! > value; at--) rising[at] = rising[at - 1]!;
  rising[at] = value;
}

/** Share of `points` that lie in a ball around one of the centres. */
function shareInside(points: Float64Array, centres: Float64Array, reach: Float64Array, width: number): number {
  const count = points.length / width;
  let inside = 0;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < reach.length; j++) {
      if (squaredDistance(points, i * width, centres, j * width, width, reach[j]!) <= reach[j]!) {
        inside++;
        break;
      }
    }
  }
  return inside / count;
}

/** Squared distance of two rows. If it is above the limit, the result may be any number above the limit. */
function squaredDistance(
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
  width: number,
  limit: number,
): number {
  let sum = 0;
  let k = 0;
  // The limit is checked after every fourth coordinate: more checks would take more time than they save.
  for (; k + 4 <= width && sum <= limit; k += 4) {
    const d0 = a[atA + k]! - b[atB + k]!;
    const d1 = a[atA + k + 1]! - b[atB + k + 1]!;
    const d2 = a[atA + k + 2]! - b[atB + k + 2]!;
    const d3 = a[atA + k + 3]! - b[atB + k + 3]!;
    sum = sum + d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3;
  }
  for (; k < width && sum <= limit; k++) {
    const difference = a[atA + k]! - b[atB + k]!;
    sum += difference * difference;
  }
  return sum;
}
