import * as theory from '../../../../theory/verified-retraining/index.ts';
import { keptByRound, type Schedule, type Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Theory } from '../../world.ts';

/** The two factors of one step of Theorem 4.1: ‖θ̂−θ_c‖² ↦ decay·‖θ̂−θ_c‖² + pσ²·spread/n. In the paper they are ρ² and ρ. */
export interface StepFactors {
  readonly decay: number;
  readonly spread: number;
}

/** The theory with wrong factors, or a wrong reading of the schedule, in the one-step inequality and in the bound of Theorem 4.1. */
export function theoryWithFactors(
  factors: (setting: Setting) => StepFactors,
  keptInRound: (setting: Setting, schedule: readonly number[], round: number) => number = (_, schedule, round) =>
    schedule[round]!,
): Pick<Theory, 'oneStepBound' | 'distanceToCenterBound'> {
  const oneStepBound = (setting: Setting, squaredDistance: number, kept: number) => {
    const { decay, spread } = factors(setting);
    return decay * squaredDistance + (setting.singularValues.length * setting.noise ** 2 * spread) / kept;
  };
  const distanceToCenterBound = (setting: Setting, schedule: Schedule, rounds: number) => {
    const kept = keptByRound(schedule, rounds);
    const bounds = [theory.distanceToCenterBound(setting, [], 0)[0]!];
    for (let round = 0; round < rounds; round += 1) {
      bounds.push(oneStepBound(setting, bounds[round]!, keptInRound(setting, kept, round)));
    }
    return bounds;
  };
  return { oneStepBound, distanceToCenterBound };
}
