import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { type Setting, SettingError, validateSetting } from '../../../theory/verified-retraining/model.ts';

/** A real design X₀ ∈ ℝ^{n₀×p}, row by row. */
export type RealDesign = Matrix | readonly (readonly number[])[];

/** X₀ as a matrix. @throws SettingError when X₀ is empty, has rows of different lengths, or an entry that is not a finite number. */
export function designMatrix(realDesign: RealDesign): Matrix {
  const rows = realDesign instanceof Matrix ? realDesign.to2DArray() : realDesign;
  const columns = rows[0]?.length ?? 0;
  if (columns === 0) throw new SettingError('X₀ is empty: n₀ ≥ p ≥ 1 rows are needed');
  rows.forEach((row, i) => {
    if (row.length !== columns) throw new SettingError(`X₀[${i}] has ${row.length} entries but X₀[0] has ${columns}`);
    row.forEach((value, j) => {
      if (!Number.isFinite(value)) throw new SettingError(`X₀[${i}][${j}] = ${value}: a finite number is needed`);
    });
  });
  return new Matrix(rows.map((row) => [...row]));
}

/**
 * The singular values μ_j (largest first, in units of x) and right singular vectors v_j of X₀, by ml-matrix.
 * @throws SettingError when X₀ does not have full column rank in double precision: μ_p ≤ max(n₀, p)·ε·μ₁, the usual test with LAPACK.
 */
export function spectrum(realDesign: RealDesign): { singularValues: number[]; directions: number[][] } {
  const matrix = designMatrix(realDesign);
  const { rows, columns } = matrix;
  if (rows < columns) throw new SettingError(`X₀ has ${rows} rows and ${columns} columns: rank p needs n₀ ≥ p rows`);
  const decomposition = new SingularValueDecomposition(matrix);
  const singularValues = decomposition.diagonal;
  const least = singularValues[columns - 1]!;
  if (!(least > Math.max(rows, columns) * Number.EPSILON * singularValues[0]!)) {
    throw new SettingError(`X₀ is rank deficient: its singular values run from ${singularValues[0]} down to ${least}`);
  }
  return { singularValues, directions: decomposition.rightSingularVectors.transpose().to2DArray() };
}

/**
 * The setting that has the singular values and directions of a given X₀.
 * @throws SettingError as spectrum does, or when the rest of the setting is invalid.
 */
export function settingFromDesign(
  realDesign: RealDesign,
  rest: Omit<Setting, 'singularValues' | 'directions'>,
): Setting {
  return validateSetting({ ...rest, ...spectrum(realDesign) });
}
