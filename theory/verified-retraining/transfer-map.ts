import { type Setting, validateSetting } from './model.ts';
import { truncatedNormalMoments } from './truncated-normal.ts';
import { standardized, type Window, windowHalfWidth } from './window.ts';

/** The law of an accepted label whose generator stands at u, as a function of u. */
export interface Transfer {
  /** T(u) = E y = u + σm₁, in y. */
  readonly value: number;
  /** T′(u) = m₂ ∈ (0, 1). */
  readonly slope: number;
  /** T″(u) = m₃/σ, in 1/y. */
  readonly curvature: number;
  /** Var y = σ²m₂, in y². */
  readonly variance: number;
  /** log-probability that a proposed label is accepted. */
  readonly logAcceptance: number;
}

/**
 * The transfer map of one direction at u = v_jᵀθ̂ (regression setup): y ~ N(u, σ²) truncated to [c−R, c+R] is an exponential family in u.
 * @throws RangeError when u is not a finite number.
 */
export function transfer(window: Window, u: number): Transfer {
  const { alpha, beta } = standardized(window, u);
  const { logMass, mean, variance, thirdCentral } = truncatedNormalMoments(alpha, beta);
  const { noise } = window;
  return {
    value: u + noise * mean,
    slope: variance,
    curvature: thirdCentral / noise,
    variance: noise * noise * variance,
    logAcceptance: logMass,
  };
}

/**
 * ρ = sup T′ = T′(c) = m₂(−R/σ, R/σ) ∈ (0, 1): the rate of Theorem 4.1.
 * @throws SettingError when the setting lies outside the model.
 */
export function contractionRate(setting: Setting): number {
  const { noise } = validateSetting(setting);
  const width = windowHalfWidth(setting) / noise;
  return truncatedNormalMoments(-width, width).variance;
}
