import type { Setting } from '../../../theory/verified-retraining/model.ts';
import { bias } from '../../../theory/verified-retraining/regimes.ts';
import { windowHalfWidth } from '../../../theory/verified-retraining/window.ts';

/** Δ/σ. */
export const relativeBias = (setting: Setting) => bias(setting) / setting.noise;

/** R/σ. */
export const relativeHalfWidth = (setting: Setting) => windowHalfWidth(setting) / setting.noise;
