import {
  coordinates,
  keptByRound,
  type Schedule,
  type Setting,
  SettingError,
  validateSetting,
} from '../../../theory/verified-retraining/model.ts';
import type { Stream } from '../../random/stream.ts';
import { type PreparedLabels, prepareLabels } from './accepted-labels.ts';
import { collecting, keepAll } from './collect.ts';
import { type DesignName, designs } from './designs/index.ts';
import { referenceParts, type SimulatorParts } from './parts.ts';
import type { RealDesign } from './real-design.ts';
import { startFromFit, startFromLaw } from './start.ts';

/** Options of a run. Every option has a default. */
export interface RegressionOptions {
  /** Whether labels must pass the verifier. True when absent; false accepts every label. */
  readonly verified?: boolean | undefined;
  /** The design of the synthetic rows. 'block' when absent. */
  readonly design?: DesignName | undefined;
  /**
   * How θ̂₀ is drawn: from its exact law (the default), or by an OLS fit of (X₀, Y₀) with this X₀. The setting must then have the singular
   * values and directions of X₀.
   */
  readonly start?: 'exact-law' | RealDesign | undefined;
}

/** The result of one run. Entry k is after k rounds. */
export interface RegressionRun {
  /** ‖θ̂_k − θ_c‖², rounds+1 entries. */
  readonly toCenter: Float64Array;
  /** ‖θ̂_k − θ*‖², rounds+1 entries. */
  readonly toTruth: Float64Array;
  /**
   * Labels kept over labels drawn in the round k → k+1, rounds entries. This estimate of the acceptance is biased upwards by O(1/n), because
   * n is fixed and the number of draws is random.
   */
  readonly acceptance: Float64Array;
  /** θ̂_k in coordinates along the setting's directions, for every design: entry k·p+j is v_jᵀθ̂_k. (rounds+1)·p entries. */
  readonly estimates: Float64Array;
  /**
   * Labels drawn: entry k·p+j is for the j-th row of the design (v_j or e_j) in the round k → k+1; rounds·p entries. The expectation is n_k
   * over the acceptance probability. With random rows, entry k·p is the round's total and the others are 0.
   */
  readonly proposals: Float64Array;
}

/** A run that is validated and has all its memory. */
export interface PreparedRetraining {
  /** Runs once. Every call returns the same object with new contents. */
  run(stream: Stream): RegressionRun;
}

/** Simulates the retraining loop. */
export interface Simulator {
  /** Validates the arguments and allocates all memory. @throws SettingError when setting, schedule or options are invalid. */
  prepareRetraining(
    setting: Setting,
    schedule: Schedule,
    rounds: number,
    options?: RegressionOptions,
  ): PreparedRetraining;
  /** Prepares a run and performs it once. @throws SettingError as prepareRetraining does. */
  simulateRetraining(
    setting: Setting,
    schedule: Schedule,
    rounds: number,
    options: RegressionOptions & { readonly stream: Stream },
  ): RegressionRun;
  /**
   * Prepares to draw `count` accepted labels at a time along v_j from a generator with v_jᵀθ̂ = estimate.
   * @throws SettingError when the setting is invalid, the direction does not exist, or count is not a whole number ≥ 1.
   */
  prepareLabels(setting: Setting, direction: number, estimate: number, count: number): PreparedLabels;
}

/** The simulator of the reference parts, some of them replaced. A replaced rule without a replaced collector decides on one label at a time. */
export function createSimulator(replaced: Partial<SimulatorParts>): Simulator {
  const rule = replaced.accepts === undefined ? {} : { collect: collecting(replaced.accepts) };
  const parts: SimulatorParts = { ...referenceParts, ...rule, ...replaced };
  const unverified: SimulatorParts = { ...parts, accepts: () => true, collect: keepAll };

  const prepareRetraining: Simulator['prepareRetraining'] = (setting, schedule, rounds, options = {}) => {
    const { verified = true, design = 'block', start = 'exact-law' } = options;
    validateSetting(setting);
    const kept = keptByRound(schedule, rounds);
    if (!Object.hasOwn(designs, design)) {
      throw new SettingError(`design = ${design}: one of ${Object.keys(designs).join(', ')} is needed`);
    }
    const noise = parts.noise(setting);
    const drawStart = start === 'exact-law' ? startFromLaw(setting, noise) : startFromFit(setting, noise, start);
    const steps = designs[design](setting, verified ? parts : unverified);
    const center = Float64Array.from(coordinates(setting, setting.knowledgeCenter));
    const truth = Float64Array.from(coordinates(setting, setting.thetaStar));
    const dimension = center.length;
    const estimate = new Float64Array(dimension);
    const count = { accepted: 0, proposals: 0 };
    const result: RegressionRun = {
      toCenter: new Float64Array(rounds + 1),
      toTruth: new Float64Array(rounds + 1),
      acceptance: new Float64Array(rounds),
      estimates: new Float64Array((rounds + 1) * dimension),
      proposals: new Float64Array(rounds * dimension),
    };
    const record = (round: number) => {
      result.toCenter[round] = squaredDistance(estimate, center);
      result.toTruth[round] = squaredDistance(estimate, truth);
      result.estimates.set(estimate, round * dimension);
    };
    return {
      run(stream) {
        drawStart(stream, estimate);
        steps.begin(estimate);
        record(0);
        for (let round = 0; round < rounds; round++) {
          steps.step(stream, kept[round]!, estimate, result.proposals, round * dimension, count);
          result.acceptance[round] = count.accepted / count.proposals;
          record(round + 1);
        }
        return result;
      },
    };
  };

  return {
    prepareRetraining,
    simulateRetraining: (setting, schedule, rounds, { stream, ...options }) =>
      prepareRetraining(setting, schedule, rounds, options).run(stream),
    prepareLabels: (setting, direction, estimate, count) => prepareLabels(parts, setting, direction, estimate, count),
  };
}

function squaredDistance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += (a[j]! - b[j]!) ** 2;
  return sum;
}
