import type { Point, Stroke, Variant } from './strokes.ts';

/** A variant as a chain of short segments. The ends of the segments are fixed linear combinations of the control points. */
export interface Spline {
  /** Relative frequency of the variant. */
  readonly weight: number;
  /** Control points of the template, x and y in turn. */
  readonly controls: Float64Array;
  /** Number of points along the curves. */
  readonly points: number;
  /** points × 4 places of control points. */
  readonly sources: Uint8Array;
  /** points × 4 weights of these control points. The weights of a point sum up to 1. */
  readonly weights: Float64Array;
  /** For each point, 1 when a segment leads to it from the point before, 0 where the pen is set down. */
  readonly joined: Uint8Array;
}

/** Segments between two neighbouring control points. The chords of an arc of 60° then deviate from it by 1 − cos 10°, 1.5 % of its radius. */
const SEGMENTS = 3;

/** The curves through the control points of a variant: uniform Catmull–Rom splines (Catmull & Rom 1974), natural at corners and ends. */
export function spline(variant: Variant): Spline {
  const controls: Point[] = [];
  const rows: { source: number; weights: readonly number[]; joined: number; first: number; last: number }[] = [];
  for (const stroke of variant.strokes) {
    let isDown = false;
    for (const piece of pieces(stroke, controls)) {
      const { first, last } = piece;
      if (!isDown) rows.push({ source: first, weights: [0, 1, 0, 0], joined: 0, first, last });
      isDown = true;
      for (let source = first; source < last; source += 1) {
        const steps = last - first === 1 ? 1 : SEGMENTS;
        for (let step = 1; step <= steps; step += 1)
          rows.push({ source, weights: blend(step / steps), joined: 1, first, last });
      }
    }
  }
  const sources = new Uint8Array(rows.length * 4);
  const weights = new Float64Array(rows.length * 4);
  rows.forEach((row, i) => {
    fold(row, sources.subarray(4 * i, 4 * i + 4), weights.subarray(4 * i, 4 * i + 4));
  });
  return {
    weight: variant.weight,
    controls: Float64Array.from(controls.flat()),
    points: rows.length,
    sources,
    weights,
    joined: Uint8Array.from(rows, (row) => row.joined),
  };
}

/** Adds the points of a stroke to `controls`, and returns the places of the first and last control point of each of its pieces. */
function pieces(stroke: Stroke, controls: Point[]): { first: number; last: number }[] {
  return stroke.map((piece, i) => {
    const first = i === 0 ? controls.length : controls.length - 1;
    controls.push(...piece);
    return { first, last: controls.length - 1 };
  });
}

/** Weights of four successive control points for the point at the share t of the way from the second to the third. */
function blend(t: number): number[] {
  return [
    (-t + 2 * t ** 2 - t ** 3) / 2,
    (2 - 5 * t ** 2 + 3 * t ** 3) / 2,
    (t + 4 * t ** 2 - 3 * t ** 3) / 2,
    (t ** 3 - t ** 2) / 2,
  ];
}

/** Writes the places and weights of a point. Control points beyond the ends of the piece are replaced by reflections p₋₁ = 2p₀ − p₁. */
function fold(
  row: { source: number; weights: readonly number[]; first: number; last: number },
  sources: Uint8Array,
  weights: Float64Array,
): void {
  const { source, first, last } = row;
  const [before, at, after, beyond] = row.weights as [number, number, number, number];
  const isFirst = source === first;
  const isLast = source + 1 >= last;
  const next = Math.min(source + 1, last);
  sources.set([isFirst ? source : source - 1, source, next, isLast ? next : source + 2]);
  weights.set([
    isFirst ? 0 : before,
    at + (isFirst ? 2 * before : 0) - (isLast ? beyond : 0),
    after - (isFirst ? before : 0) + (isLast ? 2 * beyond : 0),
    isLast ? 0 : beyond,
  ]);
}
