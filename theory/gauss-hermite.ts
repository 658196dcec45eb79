import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { QuadratureRule } from './gauss-legendre.ts';

const rules = new Map<number, QuadratureRule>();

/**
 * The Gauss–Hermite rule of `order` nodes for the standard normal: E f(Z) ≈ Σ weights[i]·f(nodes[i]), exact for polynomials of degree
 * 2·order − 1. Nodes are the eigenvalues of the Jacobi matrix with √k off its diagonal, weights the squared first entries of its
 * eigenvectors (Golub & Welsch 1969); cached.
 * @throws RangeError when order is no whole number ≥ 1.
 */
export function gaussHermite(order: number): QuadratureRule {
  if (!Number.isInteger(order) || order < 1) {
    throw new RangeError(`order = ${order}: a whole number of nodes ≥ 1 is needed`);
  }
  const known = rules.get(order);
  if (known !== undefined) return known;
  const jacobi = Matrix.zeros(order, order);
  for (let k = 1; k < order; k++) {
    jacobi.set(k - 1, k, Math.sqrt(k));
    jacobi.set(k, k - 1, Math.sqrt(k));
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(jacobi, { assumeSymmetric: true });
  const rule = {
    nodes: Float64Array.from(realEigenvalues),
    weights: Float64Array.from(eigenvectorMatrix.getRow(0), (entry) => entry * entry),
  };
  rules.set(order, rule);
  return rule;
}
