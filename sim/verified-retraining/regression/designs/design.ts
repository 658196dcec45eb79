import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Stream } from '../../../random/stream.ts';
import type { SimulatorParts } from '../parts.ts';

/** What one round did to labels. */
export interface RoundCount {
  accepted: number;
  proposals: number;
}

/**
 * The rounds of one run under a design. Owns its buffers; one prepared design serves any number of runs, one at a time.
 * Every vector is in coordinates along the setting's directions: entry j is v_jᵀθ.
 */
export interface Rounds {
  /** Starts a run from θ̂₀. */
  begin(estimate: Float64Array): void;
  /**
   * One round generate → verify → retrain with n = kept labels a direction: replaces θ̂_k by θ̂_{k+1} in `estimate`,
   * writes the labels drawn into proposals[offset … offset+p−1], and tells of the whole round in `count`.
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

/** A design says which rows x are drawn. Checks nothing: the setting is valid. */
export type Design = (setting: Setting, parts: SimulatorParts) => Rounds;
