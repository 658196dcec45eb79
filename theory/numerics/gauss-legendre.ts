/** Nodes and weights of a quadrature rule: ∫ f ≈ Σ weights[i]·f(nodes[i]), nodes ascending. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

const rules = new Map<number, QuadratureRule>();

/**
 * The Gauss–Legendre rule of `order` nodes on [−1, 1]. It is exact for polynomials up to degree 2·order − 1, and its nodes are exactly
 * antisymmetric. Newton's iteration on the Legendre polynomial finds the nodes from Tricomi's asymptotic roots. Rules are cached.
 * @throws RangeError when order is no whole number ≥ 1.
 */
export function gaussLegendre(order: number): QuadratureRule {
  if (!Number.isInteger(order) || order < 1) {
    throw new RangeError(`order = ${order}: a whole number of nodes ≥ 1 is needed`);
  }
  const known = rules.get(order);
  if (known !== undefined) return known;
  const rule = { nodes: new Float64Array(order), weights: new Float64Array(order) };
  for (let i = 0; i < Math.ceil(order / 2); i++) {
    const mirrored = order - 1 - i;
    const depth = mirrored === i ? 1 : rootDepth(order, (Math.PI * (i + 0.75)) / (order + 0.5));
    const { slope } = legendre(order, depth);
    rule.nodes[i] = depth - 1;
    rule.nodes[mirrored] = 1 - depth;
    rule.weights[i] = rule.weights[mirrored] = 2 / (depth * (2 - depth) * slope * slope);
  }
  rules.set(order, rule);
  return rule;
}

/** 1 − x of the root x ≈ cos(angle) of P_order. */
function rootDepth(order: number, angle: number): number {
  let depth = 2 * Math.sin(angle / 2) ** 2;
  // The guess is right to O(order⁻²) of the spacing and the convergence is quadratic: 4 steps reach the rounding of a double.
  for (let step = 0; step < 6; step++) {
    const { value, slope } = legendre(order, depth);
    depth += value / slope;
  }
  return depth;
}

/**
 * P_order and its derivative at x = 1 − depth, from the recurrence of the differences P_k − P_{k−1}.
 * The argument is the depth and not x, because weights depend on 1 − x², and an x near 1 has lost the digits of that.
 */
function legendre(order: number, depth: number): { value: number; slope: number } {
  let value = 1;
  let difference = 0;
  for (let degree = 0; degree < order; degree++) {
    difference = (degree * difference - (2 * degree + 1) * depth * value) / (degree + 1);
    value += difference;
  }
  return { value, slope: (order * (depth * value - difference)) / (depth * (2 - depth)) };
}
