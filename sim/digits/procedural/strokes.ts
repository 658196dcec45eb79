/** A point of a template: [across, down] from the middle of the digit, in half heights of the digit. */
export type Point = readonly [number, number];

/**
 * One movement of the pen: smooth pieces with corners between them. A piece begins where the piece before it ends, so only the first piece contains
 * its first point.
 */
export type Stroke = readonly (readonly Point[])[];

/** One way in which people write a digit. */
export interface Variant {
  /** Relative frequency among the variants of its digit. */
  readonly weight: number;
  readonly strokes: readonly Stroke[];
}

const ZERO = [
  variant(0.7, '0.1,-1 -0.42,-0.65 -0.6,0.1 -0.4,0.8 0.05,1 0.5,0.65 0.6,-0.1 0.42,-0.8 0,-1'),
  // Begun with a hook inside the closing stroke.
  variant(0.3, '0.3,-0.75 -0.15,-0.95 -0.6,-0.2 -0.5,0.7 0,1 0.5,0.6 0.62,-0.2 0.35,-0.9 -0.1,-0.75'),
];

const ONE = [
  variant(0.85, '0,-1 0,0 0,1'),
  // With a flag.
  variant(0.1, '-0.32,-0.62 0,-1 | 0,0 0,1'),
  // With a flag and a foot.
  variant(0.05, '-0.35,-0.62 0,-1 | 0,0 0,1', '-0.42,1 0.42,1'),
];

const TWO = [
  variant(0.5, '-0.55,-0.6 -0.1,-1 0.42,-0.7 0.3,-0.05 -0.15,0.5 -0.6,0.92 | 0.05,0.9 0.68,0.9'),
  // With a loop at the foot.
  variant(0.5, '-0.5,-0.65 0,-1 0.42,-0.6 0.2,0.1 -0.25,0.8 -0.62,0.8 -0.45,0.48 0.1,0.75 0.75,0.85'),
];

const THREE = [
  variant(0.85, '-0.5,-0.72 0,-1 0.42,-0.62 0.2,-0.2 -0.15,-0.05 | 0.35,0.15 0.48,0.55 0.05,0.98 -0.58,0.75'),
  // Flat at the top.
  variant(0.15, '-0.5,-0.92 0.48,-0.95 | -0.08,-0.15 | 0.38,0.08 0.48,0.52 0.05,0.98 -0.55,0.78'),
];

const FOUR = [
  variant(0.6, '-0.42,-0.92 -0.52,-0.4 -0.45,0.05 0,0.1 0.5,-0.05', '0.5,-0.95 0.42,0 0.35,1'),
  // With a corner at the left.
  variant(0.2, '-0.38,-0.85 -0.58,0.12 | 0.1,0.12 0.7,0.08', '0.3,-0.9 0.25,0.1 0.18,1'),
  // Closed at the top.
  variant(0.2, '0.3,-1 -0.15,-0.4 -0.6,0.2 | 0.1,0.22 0.68,0.18', '0.3,-1 0.26,0 0.22,1'),
];

const FIVE = [
  variant(0.65, '-0.32,-0.92 -0.45,-0.15 | 0,-0.28 0.45,0.15 0.35,0.75 -0.1,1 -0.6,0.78', '-0.32,-0.92 0.65,-0.95'),
  // In one movement, rounded.
  variant(0.35, '0.65,-0.95 -0.15,-0.88 -0.42,-0.4 0.1,-0.12 0.42,0.3 0.15,0.85 -0.6,0.85'),
];

const SIX = [
  variant(0.6, '0.34,-1 -0.22,-0.55 -0.54,0.15 -0.43,0.78 0.02,1 0.47,0.7 0.4,0.25 0,0.1 -0.45,0.5'),
  // With a straight stem.
  variant(0.4, '0,-1 -0.36,-0.2 -0.45,0.5 0,0.98 0.47,0.72 0.31,0.28 -0.11,0.35 -0.4,0.65'),
];

const SEVEN = [
  variant(0.55, '-0.55,-0.82 0,-0.92 0.52,-0.9 | 0.18,0 -0.08,1'),
  // The corner rounded.
  variant(0.3, '-0.55,-0.8 0.05,-0.98 0.46,-0.8 0.22,0.05 -0.02,1'),
  // Crossed.
  variant(0.15, '-0.52,-0.9 0.52,-0.92 | 0.15,0 -0.1,1', '-0.28,0.05 0.48,0'),
];

const EIGHT = [
  variant(0.7, '0.46,-0.72 0,-1 -0.44,-0.65 0,-0.1 0.46,0.5 0,1 -0.46,0.55 0,-0.05 0.46,-0.72'),
  // Two loops, one on the other.
  variant(0.3, '0,-0.12 -0.42,-0.52 0,-1 0.42,-0.58 0,-0.12', '0,-0.12 -0.46,0.45 0,1 0.46,0.45 0,-0.12'),
];

const NINE = [
  variant(0.65, '0.4,-0.68 0.02,-1 -0.42,-0.58 -0.2,-0.12 0.2,-0.3 0.42,-0.72 | 0.32,0.15 0.2,1'),
  // With a hook at the foot.
  variant(0.35, '0.38,-0.72 0,-1 -0.42,-0.58 -0.15,-0.1 0.28,-0.35 0.42,-0.75 | 0.44,0.1 0.2,0.82 -0.35,0.95'),
];

/** The variants of each digit: entry d has those of the digit d. They were designed by eye for this project. */
export const STROKES: readonly (readonly Variant[])[] = [ZERO, ONE, TWO, THREE, FOUR, FIVE, SIX, SEVEN, EIGHT, NINE];

/** A variant. Each stroke is written as points "across,down", with a bar at each corner. */
function variant(weight: number, ...strokes: string[]): Variant {
  return { weight, strokes: strokes.map((stroke) => stroke.split(' | ').map((piece) => piece.split(' ').map(point))) };
}

function point(text: string): Point {
  const [across, down] = text.split(',').map(Number);
  return [across!, down!];
}
