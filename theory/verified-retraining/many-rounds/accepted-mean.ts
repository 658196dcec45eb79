import { golubWelsch } from '../../numerics/golub-welsch.ts';
import type { AcceptedLabel } from './accepted-label.ts';

/**
 * The largest Gauss rule of a mean. With 14 nodes the worst case is right to 1e-10: n = 2 in a window that reaches 4σ to each side (see the
 * test).
 */
const LARGEST_RULE = 14;

/** The error that a rule of the accepted mean must stay below, in units of σ: two digits less than the 1e-10 promised of a trajectory. */
const RULE_ERROR = 1e-12;

/**
 * Nodes of the rule for the mean of n: the fewest whose error q!·n^{−q} is below RULE_ERROR. This error is the remainder
 * q!/(2q)!·g^{(2q)}·n^{−q} of a q-node Gauss rule at variance 1/n, for a g with poles at a distance σ from the real axis. The poles of the
 * transfer map are farther away, but iterating the map brings them nearer.
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
 * For one label the rule is its discrete law. For more it is the Gauss rule that has the first 2q moments of the mean. The modified Chebyshev
 * algorithm (Gautschi 2004, §2.1.7) makes it from the Hermite moments of the mean. Those come from the kept-th power of the label's series,
 * by Miller's recurrence.
 */
export function eachMean(label: AcceptedLabel, kept: number, visit: (value: number, weight: number) => void): void {
  if (kept === 1) {
    const { nodes, weights } = label.law;
    for (let i = 0; i < nodes.length; i++) visit(nodes[i]!, weights[i]!);
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
    // A standardized label has E He_1 = E He_2 = 0, so after its constant term the series starts at t³.
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
