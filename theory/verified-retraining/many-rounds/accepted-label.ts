import { gaussLegendre, type QuadratureRule } from '../../numerics/gauss-legendre.ts';
import { GAUSSIAN_REACH } from '../../numerics/gaussian-reach.ts';

/**
 * Nodes for one accepted label. The density is a Gaussian that is cut to at most ±reach. There 64 Gauss–Legendre nodes integrate it, and its
 * moments up to order 28, to rounding.
 */
const LABEL_NODES = 64;

/** An accepted label y ~ N(u, 1) truncated to [−w, w], with what the law of the mean of n such labels needs. In units of σ, from the center. */
export class AcceptedLabel {
  /** A discrete law with the moments of y: nodes in [−w, w], weights of sum 1. */
  readonly law: QuadratureRule;
  readonly mean: number;
  readonly deviation: number;
  #hermite: Float64Array = new Float64Array(0);

  /**
   * @param u the position of the generator.
   * @param halfWidth w of the window [−w, w].
   */
  constructor(u: number, halfWidth: number) {
    this.law = truncatedLaw(u, halfWidth);
    const { nodes, weights } = this.law;
    let mean = 0;
    for (let i = 0; i < LABEL_NODES; i++) mean += weights[i]! * nodes[i]!;
    let variance = 0;
    for (let i = 0; i < LABEL_NODES; i++) variance += weights[i]! * (nodes[i]! - mean) ** 2;
    this.mean = mean;
    this.deviation = Math.sqrt(variance);
  }

  /** E He_j(z)/j! of the standardized label z for j < count, and possibly for more: the power series of E exp(zt − t²/2). */
  hermite(count: number): Float64Array {
    // Most labels serve only means of many labels, which need few terms.
    if (this.#hermite.length < count) this.#hermite = this.#hermiteSeries(count);
    return this.#hermite;
  }

  #hermiteSeries(count: number): Float64Array {
    const { nodes, weights } = this.law;
    const hermite = new Float64Array(count);
    for (let i = 0; i < LABEL_NODES; i++) {
      const z = (nodes[i]! - this.mean) / this.deviation;
      let previous = 0;
      let term = weights[i]!;
      for (let j = 0; j < count; j++) {
        hermite[j]! += term;
        const next = (z * term - previous) / (j + 1);
        previous = term;
        term = next;
      }
    }
    return hermite;
  }
}

function truncatedLaw(u: number, halfWidth: number): QuadratureRule {
  const outside = Math.max(0, Math.abs(u) - halfWidth);
  const reach = Math.hypot(outside, GAUSSIAN_REACH);
  const low = Math.max(-halfWidth, u - reach);
  const high = Math.min(halfWidth, u + reach);
  const rule = gaussLegendre(LABEL_NODES);
  const nodes = rule.nodes.map((node) => (low + high) / 2 + ((high - low) / 2) * node);
  const weights = rule.weights.map((weight, i) => weight * Math.exp((outside ** 2 - (nodes[i]! - u) ** 2) / 2));
  const mass = weights.reduce((sum, weight) => sum + weight, 0);
  return { nodes, weights: weights.map((weight) => weight / mass) };
}
