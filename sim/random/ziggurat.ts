/**
 * Tables of the 256-layer ziggurat for the standard normal density exp(−x²/2) (Marsaglia & Tsang 2000; every layer has one area).
 */

/** Number of layers. The index of a layer takes 8 bits of a draw. */
export const LAYERS = 256;

/** Edge x₁ of the base layer for 256 layers (Marsaglia & Tsang 2000). For this value the top layer ends at density 1. */
export const TAIL_START = 3.6541528853610088;

/** Common area of the layers: x₁·f(x₁) + ∫_{x₁}^∞ f (Marsaglia & Tsang 2000). */
export const LAYER_AREA = 0.004928673233974655;

/** Number of magnitudes m, which have 53 bits. A normal is m·WIDTH[layer]. */
export const MAGNITUDES = 2 ** 53;

/** exp(−x²/2). */
export function density(x: number): number {
  return Math.exp(-0.5 * x * x);
}

/** Edges x₀ > x₁ > … > x₂₅₆ = 0. A rectangle of width x₀ has the area of the base layer with its tail. */
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

/** The density exp(−x²/2) at the edges. */
export const HEIGHTS = EDGES.map(density);

/** Width of a unit of magnitude with its sign, by layer (bits 0–7 of the index) and sign (bit 8). */
export const WIDTH = Float64Array.from(
  { length: 2 * LAYERS },
  (_, index) => ((index < LAYERS ? 1 : -1) * EDGES[index % LAYERS]!) / MAGNITUDES,
);

/** A smaller magnitude than this lies inside the layer above, and so under the density. The index is that of WIDTH. */
export const INSIDE = Float64Array.from({ length: 2 * LAYERS }, (_, index) =>
  Math.floor((EDGES[(index % LAYERS) + 1]! / EDGES[index % LAYERS]!) * MAGNITUDES),
);

/** Draws |x| beyond the last edge, by rejection from an exponential (Marsaglia 1964). */
export function beyondEdges(source: { uniform(): number }): number {
  for (;;) {
    const beyond = -Math.log(source.uniform()) / TAIL_START;
    if (-2 * Math.log(source.uniform()) > beyond * beyond) return TAIL_START + beyond;
  }
}
