import type { Setting } from '../../theory/model.ts';
import { bias } from '../../theory/regimes.ts';
import { windowHalfWidth } from '../../theory/window.ts';

/** Δ/σ. */
export const relativeBias = (setting: Setting) => bias(setting) / setting.noise;

/** R/σ. */
export const relativeHalfWidth = (setting: Setting) => windowHalfWidth(setting) / setting.noise;
