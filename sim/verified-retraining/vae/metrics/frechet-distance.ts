import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { Moments } from './moments.ts';

/**
 * Fréchet distance (squared 2-Wasserstein distance) of the normal laws with these moments,
 * |m₁ − m₂|² + tr(C₁ + C₂ − 2 (C₁^½ C₂ C₁^½)^½) (Dowson & Landau 1982; for images: Heusel et al. 2017), in squared units of the features.
 * It is computed by two symmetric eigen-decompositions (ml-matrix). Eigenvalues and results that rounding made negative are replaced by 0.
 * @throws RangeError when the widths differ.
 */
export function frechetDistance(a: Moments, b: Moments): number {
  if (a.width !== b.width) throw new RangeError(`moments of widths ${a.width} and ${b.width} cannot be compared`);
  const { width } = a;
  const first = matrix(a);
  const second = matrix(b);
  const root = squareRoot(first);
  const overlap = root.mmul(second).mmul(root);
  const shared = eigen(overlap).realEigenvalues.reduce((sum, value) => sum + Math.sqrt(Math.max(value, 0)), 0);
  let shift = 0;
  for (let j = 0; j < width; j++) shift += (a.mean[j]! - b.mean[j]!) ** 2;
  return Math.max(0, shift + first.trace() + second.trace() - 2 * shared);
}

/** The symmetric square root of a positive semidefinite matrix. */
function squareRoot(symmetric: Matrix): Matrix {
  const { realEigenvalues, eigenvectorMatrix } = eigen(symmetric);
  const roots = Matrix.diag(realEigenvalues.map((value) => Math.sqrt(Math.max(value, 0))));
  return eigenvectorMatrix.mmul(roots).mmul(eigenvectorMatrix.transpose());
}

const eigen = (symmetric: Matrix) => new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });

const matrix = ({ width, covariance }: Moments) => Matrix.from1DArray(width, width, covariance);
