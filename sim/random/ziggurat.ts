/**
 * Tables of the 256-layer ziggurat for the standard normal density exp(−x²/2) (Marsaglia & Tsang 2000; every layer has one area).
 */

/** Layers; the layer index takes 8 bits of a draw. */
export const LAYERS = 256;

/** Edge x₁ of the base layer for 256 layers (Marsaglia & Tsang 2000): the value at which the top layer closes at density 1. */
export const TAIL_START = 3.6541528853610088;

/** Common area of the layers: x₁·f(x₁) + ∫_{x₁}^∞ f (Marsaglia & Tsang 2000). */
export const LAYER_AREA = 0.004928673233974655;

/** Magnitudes are 53-bit integers m; a draw is m·WIDTH[layer]. */
export const MAGNITUDES = 2 ** 53;

/** exp(−x²/2). */
export function density(x: number): number {
  return Math.exp(-0.5 * x * x);
}

/** Edges x₀ > x₁ > … > x₂₅₆ = 0; x₀ is the width that the base layer would have as a rectangle, tail included. */
export const EDGES = edges();

function edges(): Float64Array {
  const x = new Float64Array(LAYERS + 1);
  x[0] = LAYER_AREA / density(TAIL_START);
  x[1] = TAIL_START;
  for (let layer = 2; layer < LAYERS; layer++) {
    const below = x[layer - 1]!;
    x[layer] = Math.sqrt(-2 * Math.log(density(below) + LAYER_AREA / below));
  }
  return x;
}

/** exp(−x²/2) at the edges. */
export const HEIGHTS = EDGES.map(density);

/** Signed width of a unit of magnitude by layer (low 8 bits) and sign (bit 8). */
export const WIDTH = Float64Array.from(
  { length: 2 * LAYERS },
  (_, index) => ((index < LAYERS ? 1 : -1) * EDGES[index % LAYERS]!) / MAGNITUDES,
);

/** Magnitudes below this one lie inside the layer above, hence under the curve. Same index as WIDTH. */
export const INSIDE = Float64Array.from({ length: 2 * LAYERS }, (_, index) =>
  Math.floor((EDGES[(index % LAYERS) + 1]! / EDGES[index % LAYERS]!) * MAGNITUDES),
);

/** |x| beyond the last edge, by rejection from an exponential (Marsaglia 1964). */
export function beyondEdges(source: { uniform(): number }): number {
  for (;;) {
    const beyond = -Math.log(source.uniform()) / TAIL_START;
    if (-2 * Math.log(source.uniform()) > beyond * beyond) return TAIL_START + beyond;
  }
}
