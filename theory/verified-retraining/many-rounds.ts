import { ExactChain, type Law } from './many-rounds/exact-chain.ts';
import { coordinates, keptByRound, type Schedule, type Setting, validateSetting } from './model.ts';
import { contractionRate } from './transfer-map.ts';
import { windowHalfWidth } from './window.ts';

/**
 * Theorem 4.1: E‖θ̂_k−θ_c‖² ≤ ρ^{2k} E‖θ̂_0−θ_c‖² + pσ² Σ_{j<k} ρ^{2(k−j)−1}/n_j, in (y per x)².
 * n_j is the number of samples per direction that the step j → j+1 accepts. With n_0 read as the real sample size the statement is false
 * (derived).
 * @returns entry k after k rounds, k = 0 … rounds.
 * @throws SettingError when the setting or the schedule lies outside the model.
 */
export function distanceToCenterBound(setting: Setting, schedule: Schedule, rounds: number): number[] {
  const rate = contractionRate(setting);
  const { noise, singularValues } = setting;
  const bounds = [startLaws(setting).reduce((sum, { offset, deviation }) => sum + offset ** 2 + deviation ** 2, 0)];
  for (const kept of keptByRound(schedule, rounds)) {
    bounds.push(rate ** 2 * bounds.at(-1)! + (singularValues.length * noise ** 2 * rate) / kept);
  }
  return bounds;
}

/** The exact mean squared errors of the block design by round, in (y per x)². */
export interface Trajectory {
  /** E‖θ̂_k−θ_c‖², entry k after k rounds. */
  readonly toCenter: number[];
  /** E‖θ̂_k−θ*‖², entry k after k rounds. */
  readonly toTruth: number[];
}

/**
 * The exact Markov chain of the block design (regression setup), within 1e-10·σ² per direction for R/σ up to 30 and any n_j ≥ 1. It costs
 * a few milliseconds, and a transition matrix for each distinct n_j, which all directions share.
 * @throws SettingError when the setting or the schedule lies outside the model.
 */
export function exactTrajectory(setting: Setting, schedule: Schedule, rounds: number): Trajectory {
  const toCenter: number[] = new Array(rounds + 1).fill(0);
  const toTruth: number[] = new Array(rounds + 1).fill(0);
  const moments = directionMoments(setting, schedule, rounds);
  startLaws(setting).forEach(({ offset }, direction) => {
    moments[direction]!.forEach(({ mean, meanSquare }, round) => {
      toCenter[round]! += meanSquare;
      toTruth[round]! += meanSquare - 2 * offset * mean + offset ** 2;
    });
  });
  return { toCenter, toTruth };
}

/**
 * E v_jᵀθ̂_k of the same chain: entry [k][j] after k rounds along direction j, in y per x.
 * @throws SettingError when the setting or the schedule lies outside the model.
 */
export function exactMeans(setting: Setting, schedule: Schedule, rounds: number): number[][] {
  const moments = directionMoments(setting, schedule, rounds);
  const centers = coordinates(setting, setting.knowledgeCenter);
  return Array.from({ length: rounds + 1 }, (_, round) =>
    centers.map((center, direction) => center + moments[direction]![round]!.mean),
  );
}

/**
 * Without a verifier (model collapse): E‖θ̂_k−θ*‖² = σ²(Σ_j μ_j^{−2} + p Σ_{i<k} 1/n_i), in (y per x)².
 * @returns entry k after k rounds, k = 0 … rounds.
 * @throws SettingError when the setting or the schedule lies outside the model.
 */
export function unverifiedError(setting: Setting, schedule: Schedule, rounds: number): number[] {
  const { noise, singularValues } = validateSetting(setting);
  const errors = [noise ** 2 * singularValues.reduce((sum, mu) => sum + mu ** -2, 0)];
  for (const kept of keptByRound(schedule, rounds)) {
    errors.push(errors.at(-1)! + (noise ** 2 * singularValues.length) / kept);
  }
  return errors;
}

/** The law of v_jᵀθ̂_0 − v_jᵀθ_c for each direction: normal, with this mean v_jᵀ(θ*−θ_c) and sd σ/μ_j. */
function startLaws(setting: Setting): { offset: number; deviation: number }[] {
  const difference = setting.thetaStar.map((value, k) => value - setting.knowledgeCenter[k]!);
  const offsets = coordinates(setting, difference);
  return setting.singularValues.map((mu, j) => ({ offset: offsets[j]!, deviation: setting.noise / mu }));
}

/** E(u_k−c) and E(u_k−c)² by direction and round. */
function directionMoments(
  setting: Setting,
  schedule: Schedule,
  rounds: number,
): { mean: number; meanSquare: number }[][] {
  const { noise } = validateSetting(setting);
  const schedules = keptByRound(schedule, rounds);
  const chain = new ExactChain(windowHalfWidth(setting) / noise);
  return startLaws(setting).map(({ offset, deviation }) => {
    const moments = [{ mean: offset, meanSquare: offset ** 2 + deviation ** 2 }];
    let law: Law = new Float64Array(0);
    schedules.forEach((kept, round) => {
      law = round === 0 ? chain.start(offset / noise, deviation / noise, kept) : chain.step(law, kept);
      const { mean, meanSquare } = chain.moments(law);
      moments.push({ mean: noise * mean, meanSquare: noise ** 2 * meanSquare });
    });
    return moments;
  });
}
