import { gaussLegendre, type QuadratureRule } from '../../numerics/gauss-legendre.ts';
import { GAUSSIAN_REACH } from '../../numerics/gaussian-reach.ts';
import { golubWelsch } from '../../numerics/golub-welsch.ts';

/**
 * Nodes for one accepted label. The density is a Gaussian cut to at most ±reach, on which 64 Gauss–Legendre nodes integrate it and its
 * moments of order 28 to rounding (the test holds 64 against 128).
 */
const LABEL_NODES = 64;

/** Largest Gauss rule of a mean: with 14 nodes the worst case, n = 2 in a window 4σ wide on each side, is right to 1e-10 (see the test). */
const LARGEST_RULE = 14;

/** What rules of the accepted mean are to reach, in units of σ: two digits below the 1e-10 wanted of a trajectory. */
const RULE_ERROR = 1e-12;

/** An accepted label y ~ N(u, 1) truncated to [−w, w], prepared for the law of the mean of n of them. Units of σ, from the center. */
export class AcceptedLabel {
  /** A discrete stand-in for the law of y: nodes in [−w, w], weights of sum 1. */
  readonly law: QuadratureRule;
  readonly mean: number;
  readonly deviation: number;
  #hermite: Float64Array = new Float64Array(0);

  /**
   * @param u where the generator stands.
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
    // Most labels serve means of many labels only, which need few terms.
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

/**
 * Nodes of the rule for the mean of n: the fewest whose error q!·n^{−q} is below RULE_ERROR. That is the remainder q!/(2q)!·g^{(2q)}·n^{−q}
 * of a q-node Gauss rule at variance 1/n for a g with poles σ off the real axis: those of the transfer map are farther, iterating it
 * brings them nearer.
 */
function ruleOrder(kept: number): number {
  let order = 0;
  for (let error = 1; error > RULE_ERROR && order < LARGEST_RULE; ) {
    order++;
    error *= order / kept;
  }
  return order;
}

const scaled = new Float64Array(2 * LARGEST_RULE);
const moments = new Float64Array(2 * LARGEST_RULE);
const diagonal = new Float64Array(LARGEST_RULE);
const offDiagonal = new Float64Array(LARGEST_RULE);
const masses = new Float64Array(LARGEST_RULE);
const rows = [0, 1, 2].map(() => new Float64Array(2 * LARGEST_RULE));

/**
 * Calls `visit(value, weight)` for each node of a rule for the law of the mean of `kept` independent copies of an accepted label.
 * One label: its own discrete law. More: the Gauss rule that shares the first 2q moments of the mean, from its Hermite moments
 * (the kept-th power of the label's series, by Miller's recurrence) and the modified Chebyshev algorithm (Gautschi 2004, §2.1.7).
 */
export function eachMean(label: AcceptedLabel, kept: number, visit: (value: number, weight: number) => void): void {
  if (kept === 1) {
    for (let i = 0; i < LABEL_NODES; i++) visit(label.law.nodes[i]!, label.law.weights[i]!);
    return;
  }
  const order = ruleOrder(kept);
  hermiteMomentsOfMean(label.hermite(2 * order), kept, order);
  jacobiMatrix(order);
  golubWelsch(order, diagonal, offDiagonal, masses);
  const scale = label.deviation / Math.sqrt(kept);
  for (let i = 0; i < order; i++) visit(label.mean + scale * diagonal[i]!, masses[i]!);
}

/** moments[j] = E He_j of the standardized mean, j < 2·order: j! times the coefficients of (Σ hermite[j] (t/√n)ʲ)ⁿ. */
function hermiteMomentsOfMean(hermite: Float64Array, kept: number, order: number): void {
  for (let j = 0; j < 2 * order; j++) scaled[j] = hermite[j]! * kept ** (-j / 2);
  moments[0] = 1;
  for (let k = 1; k < 2 * order; k++) {
    let sum = 0;
    // A standardized label has E He_1 = E He_2 = 0, so the series starts at t³.
    for (let j = 3; j <= k; j++) sum += (kept * j - (k - j)) * scaled[j]! * moments[k - j]!;
    moments[k] = sum / k;
  }
  for (let k = 1, factorial = 1; k < 2 * order; k++) {
    factorial *= k;
    moments[k]! *= factorial;
  }
}

/** The Jacobi matrix of the measure with these Hermite moments: modified Chebyshev, base recurrence He_{l+1} = x He_l − l He_{l−1}. */
function jacobiMatrix(order: number): void {
  let [before, last, next] = rows as [Float64Array, Float64Array, Float64Array];
  before.fill(0);
  last.set(moments);
  diagonal[0] = moments[1]!;
  for (let k = 1, beta = 0; k < order; k++) {
    for (let l = k; l < 2 * order - k; l++) {
      next[l] = last[l + 1]! - diagonal[k - 1]! * last[l]! - beta * before[l]! + l * last[l - 1]!;
    }
    beta = next[k]! / last[k - 1]!;
    offDiagonal[k - 1] = Math.sqrt(beta);
    diagonal[k] = next[k + 1]! / next[k]! - last[k]! / last[k - 1]!;
    [before, last, next] = [last, next, before];
  }
}
