import { createHash } from 'node:crypto';
import { type Stream, streamFamily } from '../../random/stream.ts';
import type { Digits } from '../digits.ts';
import { GRAY_SIDE } from '../views/gray.ts';
import { poolAndThreshold, threshold } from '../views/threshold.ts';
import { emptyTrace, HAND, type Trace, trace } from './hand.ts';
import { drawSegment } from './pen.ts';
import { type Spline, spline } from './spline.ts';
import { STROKES } from './strokes.ts';

/** Options of proceduralDigits. */
export interface ProceduralOptions {
  readonly count: number;
  readonly side: 14 | 28;
  /** 0 when absent. */
  readonly seed?: number;
  /** Name of a part. Parts with different names are independent. 'training' when absent. */
  readonly part?: string;
  /** Shear of every digit: a point y rows above the middle row moves right by shear·y. 0 when absent. */
  readonly shear?: number;
  /** Factor of the pen's width. 1 when absent. */
  readonly thickness?: number;
  /** The classes of the digits, in turn. All ten when absent. */
  readonly classes?: readonly number[];
}

/** Number of the recipe. It must change whenever an image for the same options changes. */
const RECIPE = 1;

const ALL_CLASSES: readonly number[] = Array.from(STROKES, (_, digit) => digit);

const SPLINES: readonly (readonly Spline[])[] = STROKES.map((variants) => variants.map(spline));

const MAXIMUM_POINTS = Math.max(...SPLINES.flat().map(({ points }) => points));
const MAXIMUM_CONTROLS = Math.max(...SPLINES.flat().map(({ controls }) => controls.length / 2));

/**
 * Digits that are written by strokes under random smooth warps, affine maps and pen widths. Image i depends only on the seed, the part, i, its
 * class, the shear and the thickness. So a smaller count gives the first images of a larger one, and shear and thickness change the same strokes.
 * @throws RangeError when an option is out of range.
 */
export function proceduralDigits(options: ProceduralOptions): Digits {
  const { count, side, seed = 0, part = 'training', shear = 0, thickness = 1, classes = ALL_CLASSES } = options;
  validate(count, side, shear, thickness, classes);
  const streams = streamFamily(seed, `procedural digits: ${part}`, RECIPE);
  const pixels = new Uint8Array(count * side ** 2);
  const labels = new Uint8Array(count);
  const gray = new Float32Array(GRAY_SIDE ** 2);
  const toBlackAndWhite = side === 14 ? poolAndThreshold : threshold;
  const traced = emptyTrace(MAXIMUM_POINTS, MAXIMUM_CONTROLS);
  for (let i = 0; i < count; i += 1) {
    const label = classes[i % classes.length]!;
    const stream = streams.at(i);
    const chosen = choose(SPLINES[label]!, stream);
    trace(chosen, stream, shear, thickness, traced);
    draw(chosen, traced, gray);
    toBlackAndWhite(gray, pixels, i * side ** 2);
    labels[i] = label;
  }
  const recipe = { recipe: RECIPE, hand: HAND, count, side, seed, part, shear, thickness, classes };
  return {
    kind: 'procedural',
    provenance: `procedural digits (recipe ${RECIPE}, seed ${seed}), ${part} digits, ${side}×${side}, strokes sheared by ${shear}, pen's width × ${thickness}`,
    digest: createHash('sha256').update(JSON.stringify(recipe)).update(pixels).update(labels).digest('hex'),
    count,
    side,
    pixels,
    labels,
  };
}

/** A random variant. Its probability is proportional to its weight. */
function choose(variants: readonly Spline[], stream: Stream): Spline {
  let left = stream.uniform() * variants.reduce((sum, { weight }) => sum + weight, 0);
  for (const variant of variants) {
    left -= variant.weight;
    if (left < 0) return variant;
  }
  return variants.at(-1)!;
}

function draw({ points: count, joined }: Spline, { points, radius }: Trace, gray: Float32Array): void {
  gray.fill(0);
  for (let i = 1; i < count; i += 1) {
    if (joined[i] === 0) continue;
    drawSegment(gray, points[2 * i - 2]!, points[2 * i - 1]!, points[2 * i]!, points[2 * i + 1]!, radius);
  }
}

function validate(count: number, side: number, shear: number, thickness: number, classes: readonly number[]): void {
  if (!Number.isSafeInteger(count) || count < 1)
    throw new RangeError(`count = ${count}: a whole number from 1 is needed`);
  if (side !== 14 && side !== GRAY_SIDE) throw new RangeError(`side = ${side}: 14 or ${GRAY_SIDE} is needed`);
  if (!Number.isFinite(shear)) throw new RangeError(`shear = ${shear}: a finite number is needed`);
  if (!(thickness > 0 && thickness < GRAY_SIDE))
    throw new RangeError(`thickness = ${thickness}: a factor in (0, ${GRAY_SIDE}) is needed`);
  if (classes.length === 0 || classes.some((digit) => !ALL_CLASSES.includes(digit)))
    throw new RangeError(`classes = [${classes}]: one or more of 0 … 9 are needed`);
}
