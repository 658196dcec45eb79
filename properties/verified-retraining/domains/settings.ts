import * as fc from 'fast-check';
import { meanAbsoluteNoise, type Setting } from '../../../theory/verified-retraining/model.ts';
import {
  logUniform,
  logUniformWhole,
  orthonormalBasis,
  type Range,
  uniform,
  unitVector,
} from '../../engine/numbers.ts';

/** The ranges that settings are drawn from. Lengths are in units of the problem, so every scale of σ occurs. */
export interface SettingShape {
  /** Dimension p. */
  readonly dimension: Range;
  /** Real samples n₀; the singular values are √n₀ times a factor in [0.7, 1.4]. */
  readonly realSamples: Range;
  /** R/σ, the half-width of the window in noise sds. */
  readonly halfWidth: Range;
  /** Bias Δ in the unit that `biasUnit` names. Directions of bias are uniform. */
  readonly bias: Range;
  /** 'noise': Δ in σ. 'baseline': Δ in s = √(σ²Σμ⁻²), the error of the real-data fit. */
  readonly biasUnit?: 'noise' | 'baseline';
  /** 'authors': σ_c = √(2/π)σ, which needs R/σ ≥ 0.798. 'share': a quarter to three quarters of R. Default 'authors'. */
  readonly allowance?: 'authors' | 'share';
  /** Right singular vectors: the standard basis, or a rotated one. Default false. */
  readonly rotated?: boolean;
  /** Noise sd σ in y. Default [0.3, 3]. */
  readonly noise?: Range;
}

/** Settings of one shape. They shrink towards the lower ends of the ranges: p small, σ small, θ* at the corner of its range. */
export function settings(shape: SettingShape): fc.Arbitrary<Setting> {
  return fc
    .integer({ min: shape.dimension[0], max: shape.dimension[1] })
    .chain((dimension) => settingsOf(shape, dimension));
}

function settingsOf(shape: SettingShape, dimension: number): fc.Arbitrary<Setting> {
  const perDirection = <T>(arbitrary: fc.Arbitrary<T>) =>
    fc.array(arbitrary, { minLength: dimension, maxLength: dimension });
  return fc
    .record({
      noise: logUniform(...(shape.noise ?? [0.3, 3])),
      halfWidth: uniform(...shape.halfWidth),
      allowanceShare: uniform(0.25, 0.75),
      realSamples: logUniformWhole(...shape.realSamples),
      spread: perDirection(uniform(0.7, 1.4)),
      truth: perDirection(uniform(-2, 2)),
      bias: uniform(...shape.bias),
      biasDirection: unitVector(dimension),
      basis: shape.rotated ? orthonormalBasis(dimension) : fc.constant(undefined),
    })
    .map((draw) => {
      const singularValues = draw.spread.map((factor) => factor * Math.sqrt(draw.realSamples));
      const baseline = draw.noise * Math.hypot(...singularValues.map((mu) => 1 / mu));
      const bias = draw.bias * (shape.biasUnit === 'baseline' ? baseline : draw.noise);
      const window = draw.halfWidth * draw.noise;
      const noiseAllowance =
        shape.allowance === 'share' ? draw.allowanceShare * window : Math.min(meanAbsoluteNoise(draw.noise), window);
      return {
        thetaStar: draw.truth,
        knowledgeCenter: draw.truth.map((value, i) => value + bias * draw.biasDirection[i]!),
        radius: window - noiseAllowance,
        noise: draw.noise,
        noiseAllowance,
        singularValues,
        ...(draw.basis === undefined ? {} : { directions: draw.basis }),
      };
    });
}
