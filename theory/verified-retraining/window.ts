import { coordinates, type Setting } from './model.ts';

/** The labels that the verifier accepts along one direction: those in [center − halfWidth, center + halfWidth]. Units of y. */
export interface Window {
  /** c = v_jᵀθ_c. */
  readonly center: number;
  /** R = r + σ_c. */
  readonly halfWidth: number;
  /** Noise sd σ of a label. */
  readonly noise: number;
}

/** Half-width R = r + σ_c of the window along a unit direction (regression setup), in y. */
export function windowHalfWidth(setting: Setting): number {
  return setting.radius + setting.noiseAllowance;
}

/** The window of each direction v_j, in the order of the singular values. */
export function windows(setting: Setting): Window[] {
  const halfWidth = windowHalfWidth(setting);
  return coordinates(setting, setting.knowledgeCenter).map((center) => ({ center, halfWidth, noise: setting.noise }));
}

/** α = (c−R−u)/σ and β = (c+R−u)/σ: the window as seen from a generator at u (regression setup). */
export function standardized(window: Window, u: number): { alpha: number; beta: number } {
  const { center, halfWidth, noise } = window;
  return { alpha: (center - halfWidth - u) / noise, beta: (center + halfWidth - u) / noise };
}
