import type { Matrix } from 'ml-matrix';
import { coordinates, type Setting, SettingError } from '../../../theory/verified-retraining/model.ts';
import type { Stream } from '../../random/stream.ts';
import { LeastSquares } from './least-squares.ts';
import { designMatrix, type RealDesign } from './real-design.ts';

/** Draws θ̂₀ into `estimate`, in coordinates along the setting's directions. */
export type DrawStart = (stream: Stream, estimate: Float64Array) => void;

/** Draws θ̂₀ from its exact law: v_jᵀ(θ̂₀−θ*) ~ N(0, σ²/μ_j²), independent over j (regression setup). `noise` is σ of the real data. */
export function startFromLaw(setting: Setting, noise: number): DrawStart {
  const truth = coordinates(setting, setting.thetaStar);
  const sd = setting.singularValues.map((mu) => noise / mu);
  return (stream, estimate) => {
    stream.fillNormal(estimate);
    for (let j = 0; j < sd.length; j++) estimate[j] = truth[j]! + sd[j]! * estimate[j]!;
  };
}

/**
 * Draws θ̂₀ by a fit: draws labels Y₀ = X₀θ* + σξ, then solves for θ̂₀ by OLS.
 * @throws SettingError when X₀ does not have the singular values and directions of the setting.
 */
export function startFromFit(setting: Setting, noise: number, realDesign: RealDesign): DrawStart {
  const matrix = designMatrix(realDesign);
  requireSpectrum(setting, matrix);
  const along = Array.from({ length: matrix.rows }, (_, i) => coordinates(setting, matrix.getRow(i)));
  const truth = coordinates(setting, setting.thetaStar);
  const labels = along.map((row) => row.reduce((sum, value, j) => sum + value * truth[j]!, 0));
  const fit = new LeastSquares(matrix.columns);
  const stride = fit.dimension + 1;
  const rows = Float64Array.from(along.flatMap((row, i) => [...row, labels[i]!]));
  return (stream, estimate) => {
    for (let i = 0; i < labels.length; i++) rows[i * stride + fit.dimension] = labels[i]! + noise * stream.normal();
    fit.clear();
    fit.add(rows, labels.length);
    fit.solve(estimate);
  };
}

/** Largest difference of X₀v_i·X₀v_j and μ_i²·[i = j], relative to μ_iμ_j. A setting's directions are orthonormal to this precision. */
const SPECTRUM_AGREEMENT = 1e-9;

function requireSpectrum(setting: Setting, matrix: Matrix): void {
  const { singularValues } = setting;
  if (matrix.columns !== singularValues.length) {
    throw new SettingError(
      `X₀ has ${matrix.columns} columns but the setting has ${singularValues.length} singular values`,
    );
  }
  const images = Array.from({ length: matrix.rows }, (_, i) => coordinates(setting, matrix.getRow(i)));
  singularValues.forEach((mu, i) => {
    singularValues.forEach((nu, j) => {
      const product = images.reduce((sum, row) => sum + row[i]! * row[j]!, 0);
      if (!(Math.abs(product - (i === j ? mu * nu : 0)) <= SPECTRUM_AGREEMENT * mu * nu)) {
        throw new SettingError(
          `X₀ does not have the setting's spectrum: (X₀v_${i})·(X₀v_${j}) = ${product}; build the setting with settingFromDesign`,
        );
      }
    });
  });
}
