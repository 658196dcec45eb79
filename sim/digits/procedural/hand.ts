import type { Stream } from '../../random/stream.ts';
import { GRAY_SIDE } from '../views/gray.ts';
import type { Spline } from './spline.ts';

/**
 * The variation of handwriting. Lengths are in half heights of the digit; those of the pen, the box and the place are in pixels of the 28×28 grid.
 * The numbers were chosen by eye, and so that ink, slant and within-class variance are about those of MNIST.
 */
export const HAND = {
  /** Slant dx/dy of upright strokes, to the right. */
  slant: { mean: 0.11, deviation: 0.22 },
  /** Standard deviation of the rotation, in radians. */
  rotation: 0.05,
  /** Logarithm of the factor of the template's width. */
  aspect: { mean: 0.13, deviation: 0.16 },
  /** Smooth warp of the plane: standard deviation of a wave of one half period. A wave of n half periods has 1/n of it. */
  warp: 0.1,
  /** Standard deviation of the independent movement of each control point. */
  jitter: 0.045,
  /**
   * Radius of the pen: median, standard deviation of its logarithm, and minimum. With a radius of 1 or more, an upright stroke covers more than
   * half of some pixel of the 14×14 image at every place, so that no digit disappears there.
   */
  pen: { median: 1.25, deviation: 0.25, least: 1 },
  /** Edge of the square that the middle lines of the strokes fill. In MNIST the ink fills a square of edge 20. The deviation makes it smaller. */
  box: { edge: 17.5, deviation: 0.5 },
  /** Standard deviation of the centre of mass from the middle of the grid. */
  place: 0.3,
} as const;

/** The waves of the warp: numbers of half periods across and down the digit. */
const WAVES: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 2],
  [2, 0],
];

/** A digit as it is written. The memory is used again for the next digit. */
export interface Trace {
  /** Points along the strokes, x and y in turn, in pixels. */
  readonly points: Float64Array;
  /** Control points of the strokes, x and y in turn, in half heights of the digit. */
  readonly controls: Float64Array;
  /** Radius of the pen in pixels. */
  radius: number;
}

/** Memory for a digit with at most these numbers of points and control points. */
export function emptyTrace(points: number, controls: number): Trace {
  return { points: new Float64Array(2 * points), controls: new Float64Array(2 * controls), radius: 0 };
}

/**
 * Writes a digit with random variation: the points of the spline in pixels (the edges of the image are at 0 and 28, y points down) and the radius of
 * the pen. At the end, `shear` moves a point y rows above the middle row right by shear·y, and `thickness` multiplies the radius.
 */
export function trace(spline: Spline, stream: Stream, shear: number, thickness: number, traced: Trace): void {
  disturb(spline, stream, traced.controls);
  const { points } = traced;
  const { sources, weights } = spline;
  for (let i = 0; i < spline.points; i += 1) {
    let x = 0;
    let y = 0;
    for (let k = 4 * i; k < 4 * i + 4; k += 1) {
      x += weights[k]! * traced.controls[2 * sources[k]!]!;
      y += weights[k]! * traced.controls[2 * sources[k]! + 1]!;
    }
    points[2 * i] = x;
    points[2 * i + 1] = y;
  }
  place(spline, stream, points);
  for (let i = 0; i < 2 * spline.points; i += 2) points[i] = points[i]! + shear * (GRAY_SIDE / 2 - points[i + 1]!);
  traced.radius =
    thickness * Math.max(HAND.pen.least, HAND.pen.median * Math.exp(HAND.pen.deviation * stream.normal()));
}

/** Moves the control points of the template: first each by itself, then all of them by one warp and one linear map. */
function disturb(spline: Spline, stream: Stream, controls: Float64Array): void {
  const { controls: template } = spline;
  for (let i = 0; i < template.length; i += 1) controls[i] = template[i]! + HAND.jitter * stream.normal();
  for (const [across, down] of WAVES) {
    const size = HAND.warp / (across + down);
    const dx = size * stream.normal();
    const dy = size * stream.normal();
    const phase = 2 * Math.PI * stream.uniform();
    for (let i = 0; i < template.length; i += 2) {
      const wave = Math.SQRT2 * Math.cos((Math.PI / 2) * (across * template[i]! + down * template[i + 1]!) + phase);
      controls[i] = controls[i]! + dx * wave;
      controls[i + 1] = controls[i + 1]! + dy * wave;
    }
  }
  const wide = Math.exp(HAND.aspect.mean + HAND.aspect.deviation * stream.normal());
  const turn = HAND.rotation * stream.normal();
  const slant = HAND.slant.mean + HAND.slant.deviation * stream.normal();
  const cos = Math.cos(turn);
  const sin = Math.sin(turn);
  for (let i = 0; i < template.length; i += 2) {
    const x = wide * controls[i]!;
    const y = controls[i + 1]!;
    const turned = sin * x + cos * y;
    controls[i] = cos * x - sin * y - slant * turned;
    controls[i + 1] = turned;
  }
}

/** Scales the points to the box without changing proportions, and moves their centre of mass near the middle of the grid. */
function place(spline: Spline, stream: Stream, points: Float64Array): void {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  let mass = 0;
  let massX = 0;
  let massY = 0;
  for (let i = 0; i < spline.points; i += 1) {
    const x = points[2 * i]!;
    const y = points[2 * i + 1]!;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
    if (spline.joined[i] === 0) continue;
    const fromX = points[2 * i - 2]!;
    const fromY = points[2 * i - 1]!;
    const length = Math.sqrt((x - fromX) ** 2 + (y - fromY) ** 2);
    mass += length;
    massX += (length * (x + fromX)) / 2;
    massY += (length * (y + fromY)) / 2;
  }
  const scale = (HAND.box.edge - HAND.box.deviation * Math.abs(stream.normal())) / Math.max(right - left, bottom - top);
  const x = GRAY_SIDE / 2 + HAND.place * stream.normal() - (scale * massX) / mass;
  const y = GRAY_SIDE / 2 + HAND.place * stream.normal() - (scale * massY) / mass;
  for (let i = 0; i < 2 * spline.points; i += 2) {
    points[i] = scale * points[i]! + x;
    points[i + 1] = scale * points[i + 1]! + y;
  }
}
