import type { Stream } from '../../random/stream.ts';
import { GRAY_SIDE } from '../views/gray.ts';
import type { Spline } from './spline.ts';

/**
 * How handwriting varies. Lengths are in half heights of the digit, but for the pen and the place, which are in pixels of the
 * 28×28 grid. Set by eye and so that ink, slant and the variance within classes are about those of MNIST.
 */
export const HAND = {
  /** Slant dx/dy of the upright, to the right. */
  slant: { mean: 0.11, deviation: 0.22 },
  /** Rotation, radians. */
  rotation: 0.05,
  /** Logarithm of the factor on the width of the template. */
  aspect: { mean: 0.13, deviation: 0.16 },
  /** Smooth warp of the plane: deviation of a wave of one half period; one of n has 1/n of it. */
  warp: 0.1,
  /** Each control point by itself. */
  jitter: 0.045,
  /**
   * Pen's radius: median, deviation of its logarithm, and least. From 1 on an upright stroke covers over half of a pixel of the
   * 14×14 image wherever it stands, so that no digit vanishes there.
   */
  pen: { median: 1.25, deviation: 0.25, least: 1 },
  /** The middle lines fill a square of this edge, as in MNIST digits fill one of 20 with their ink; the deviation shrinks it. */
  box: { edge: 17.5, deviation: 0.5 },
  /** Centre of mass from the middle of the grid. */
  place: 0.3,
} as const;

/** Waves of the warp: half periods across and down the digit. */
const WAVES: readonly (readonly [number, number])[] = [
  [0, 1],
  [1, 0],
  [1, 1],
  [0, 2],
  [2, 0],
];

/** Room for the points of a digit, x and y in turn, reused from one to the next. */
export interface Traced {
  readonly points: Float64Array;
  readonly controls: Float64Array;
  radius: number;
}

/** Room for digits of at most this many points and control points. */
export function tracedRoom(points: number, controls: number): Traced {
  return { points: new Float64Array(2 * points), controls: new Float64Array(2 * controls), radius: 0 };
}

/**
 * Writes a digit by hand: into `traced` the points of the spline in pixels (edges of the image at 0 and 28, y downward) and the
 * radius of the pen. `shear` moves what is y above the middle row by shear·y to the right, after all else.
 */
export function trace(spline: Spline, stream: Stream, shear: number, thickness: number, traced: Traced): void {
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

/** Control points of the template, each jittered, then all under one warp and one linear map. */
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

/** Scales the points to the box, keeping proportions, and puts their centre of mass near the middle of the grid. */
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
