import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Stream } from '../../../random/stream.ts';
import type { SimulatorParts } from '../parts.ts';

/** Labels of one round. */
export interface RoundCount {
  /** Number of labels kept. */
  accepted: number;
  /** Number of labels drawn. */
  proposals: number;
}

/**
 * Performs the rounds of a run under a design. It has its own buffers, so it can serve any number of runs one after the other.
 * Every vector is in coordinates along the setting's directions: entry j is v_jᵀθ.
 */
export interface Rounds {
  /** Starts a run from θ̂₀. */
  begin(estimate: Float64Array): void;
  /**
   * One round generate → verify → retrain, which keeps `kept` labels a direction. It replaces θ̂_k by θ̂_{k+1} in `estimate`, writes the
   * number of labels drawn a direction into proposals[offset … offset+p−1], and the numbers of the whole round into `count`.
   */
  step(
    stream: Stream,
    kept: number,
    estimate: Float64Array,
    proposals: Float64Array,
    offset: number,
    count: RoundCount,
  ): void;
}

/** A design determines which rows x are drawn. The setting must be valid: it is not checked again. */
export type Design = (setting: Setting, parts: SimulatorParts) => Rounds;
