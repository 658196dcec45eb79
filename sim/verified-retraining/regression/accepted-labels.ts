import {
  coordinates,
  keptByRound,
  type Setting,
  SettingError,
  validateSetting,
} from '../../../theory/verified-retraining/model.ts';
import type { Stream } from '../../random/stream.ts';
import { emptyCollected } from './collected.ts';
import type { SimulatorParts } from './parts.ts';

/** The accepted labels of one block of the block design. */
export interface AcceptedLabels {
  /** The labels in the order in which they were drawn, in units of y. */
  readonly labels: Float64Array;
  /** Number of labels. The reference simulator gives as many as were asked for. */
  readonly accepted: number;
  /** Labels drawn in order to accept these. */
  readonly proposals: number;
}

/** A draw of labels that is validated and has all its memory. */
export interface PreparedLabels {
  /** Draws once. Every call returns the same object with new contents. */
  draw(stream: Stream): AcceptedLabels;
}

/**
 * Prepares to draw the first `count` accepted labels along v_j from a generator with v_jᵀθ̂ = estimate.
 * @throws SettingError when the setting is invalid, the direction does not exist, or count is not a whole number ≥ 1.
 */
export function prepareLabels(
  parts: SimulatorParts,
  setting: Setting,
  direction: number,
  estimate: number,
  count: number,
): PreparedLabels {
  validateSetting(setting);
  const center = coordinates(setting, setting.knowledgeCenter)[direction];
  const truth = coordinates(setting, setting.thetaStar)[direction];
  if (center === undefined || truth === undefined) {
    throw new SettingError(
      `direction = ${direction}: a whole number from 0 to ${setting.singularValues.length - 1} is needed`,
    );
  }
  if (!Number.isFinite(estimate)) throw new SettingError(`estimate = ${estimate}: a finite number is needed`);
  keptByRound([count], 1);
  const range = { center: 0, halfWidth: 0 };
  parts.window({ norm: 1, center, estimate }, setting, range);
  const { center: middle, halfWidth } = range;
  const mean = parts.labelMean(estimate, truth);
  const noise = parts.noise(setting);
  const labels = new Float64Array(count);
  const collected = { ...emptyCollected(), labels };
  return {
    draw(stream) {
      parts.collect(stream, mean, noise, middle, halfWidth, count, collected);
      return collected;
    },
  };
}
