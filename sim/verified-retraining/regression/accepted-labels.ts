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

/** Labels of one block of the block design. */
export interface AcceptedLabels {
  /** The accepted labels in order, in y. */
  readonly labels: Float64Array;
  /** How many there are: as many as were asked for, in the honest world. */
  readonly accepted: number;
  /** Labels drawn for them. */
  readonly proposals: number;
}

/** Labels made ready to be drawn: validated, and all their memory allocated. */
export interface PreparedLabels {
  /** Draws once. The result is the same object every time, overwritten by the next. */
  draw(stream: Stream): AcceptedLabels;
}

/**
 * The first `count` accepted labels along v_j of a generator at v_jᵀθ̂ = estimate, in the world of these parts.
 * @throws SettingError when the setting is none, the direction does not exist, or count is no whole number ≥ 1.
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
