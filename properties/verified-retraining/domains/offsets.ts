import * as fc from 'fast-check';
import { coordinates, type Setting } from '../../../theory/verified-retraining/model.ts';
import { bias } from '../../../theory/verified-retraining/regimes.ts';
import { type Range, uniform, within } from '../../engine/numbers.ts';
import { type SettingShape, settings } from './settings.ts';

/** b_j = v_jᵀ(θ_c − θ*) of each direction, in y per x. */
export function offsets(setting: Setting): number[] {
  const { thetaStar, knowledgeCenter } = setting;
  const difference = knowledgeCenter.map((value, k) => value - thetaStar[k]!);
  return coordinates(setting, difference);
}

/** Whether |b_j|/σ lies in a range for every direction. */
export function biasedWithin(setting: Setting, range: Range): boolean {
  return offsets(setting).every((offset) => within(Math.abs(offset) / setting.noise, range));
}

/**
 * Settings whose bias is drawn direction by direction: |b_j|/σ uniform over a range, either sign, but 0 along v_0 when `firstUnbiased`.
 * A uniform direction of bias would leave some offsets too small to decide.
 */
export function settingsWithOffsets(
  shape: Omit<SettingShape, 'bias'>,
  [low, high]: Range,
  firstUnbiased = false,
): fc.Arbitrary<Setting> {
  return settings({ ...shape, bias: [0, 0] }).chain((setting) => {
    const dimension = setting.thetaStar.length;
    const offset = fc
      .tuple(uniform(low, high), fc.boolean())
      .map(([size, negative]) => (negative ? -1 : 1) * size * setting.noise);
    return fc
      .array(offset, { minLength: dimension, maxLength: dimension })
      .map((drawn) => displaced(setting, firstUnbiased ? [0, ...drawn.slice(1)] : drawn));
  });
}

/*
 * The two functions below build settings. They measure Δ by the paper's theory also where a check calls them: the setting that a check looks at
 * must not depend on the world under test.
 */

/** The setting with θ_c moved, on the line from θ* through θ_c, to where Δ = `size`, in y per x. Needs a bias. */
export function withBias(setting: Setting, size: number): Setting {
  const { thetaStar, knowledgeCenter } = setting;
  const scale = size / bias(setting);
  return { ...setting, knowledgeCenter: thetaStar.map((value, k) => value + scale * (knowledgeCenter[k]! - value)) };
}

/** The setting with θ* moved, on the line from θ_c through θ*, to where Δ = `size`, in y per x. Needs a bias. */
export function withTruthAt(setting: Setting, size: number): Setting {
  const { thetaStar, knowledgeCenter } = setting;
  const scale = size / bias(setting);
  return { ...setting, thetaStar: knowledgeCenter.map((center, k) => center + scale * (thetaStar[k]! - center)) };
}

function displaced(setting: Setting, along: readonly number[]): Setting {
  const { thetaStar, directions } = setting;
  const shift = (k: number) =>
    directions === undefined ? along[k]! : along.reduce((sum, offset, j) => sum + offset * directions[j]![k]!, 0);
  return { ...setting, knowledgeCenter: thetaStar.map((value, k) => value + shift(k)) };
}
