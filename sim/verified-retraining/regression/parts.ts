import type { Setting } from '../../../theory/verified-retraining/model.ts';
import type { Stream } from '../../random/stream.ts';
import { collect, withinRange } from './collect.ts';
import type { Collected } from './collected.ts';

/** What the verifier looks at: a row x and the generator's place on it. Labels and estimates in units of y, norm in units of x. */
export interface Row {
  /** ‖x‖. */
  norm: number;
  /** xᵀθ_c. */
  center: number;
  /** xᵀθ̂_k. */
  estimate: number;
}

/** The labels a verifier accepts: |y − center| ≤ halfWidth, in y. */
export interface AcceptedRange {
  center: number;
  halfWidth: number;
}

/** Draws y = mean + sd·z until `count` labels are kept, and tells of them in `into`. */
export type Collect = (
  stream: Stream,
  mean: number,
  sd: number,
  center: number,
  halfWidth: number,
  count: number,
  into: Collected,
) => void;

/** All that a refit of one direction may use; n in samples, estimates and means in y, information in x². */
export interface Refit {
  /** Mean of the labels kept in this round, and how many there are. */
  roundMean: number;
  kept: number;
  /** The same of the round before; both 0 in round 0. */
  previousMean: number;
  previousKept: number;
  /** Labels kept in all earlier rounds. */
  keptBefore: number;
  /** θ̂_k and θ̂₀ along the direction. */
  previousEstimate: number;
  realEstimate: number;
  /** ‖X₀v‖² of the direction v: μ_j² in the block design. Unit-norm synthetic rows carry 1 each. */
  realInformation: number;
}

/** The parts of the honest world (regression setup). A wrong world replaces some. */
export interface SimulatorParts {
  /** Sd of the noise in drawn labels and in the real data. */
  noise: (setting: Setting) => number;
  /** Mean of a drawn label, from xᵀθ̂_k and xᵀθ*. */
  labelMean: (estimate: number, truth: number) => number;
  /** The verifier's range for a row, written into `out`. */
  window: (row: Readonly<Row>, setting: Setting, out: AcceptedRange) => void;
  /** The one-bit rule on one label; asked once a row in the Gaussian and sphere designs. */
  accepts: (label: number, center: number, halfWidth: number) => boolean;
  /** Collects the labels of one direction; used once a direction and round in the block and standard-basis designs. */
  collect: Collect;
  /** θ̂_{k+1} along a direction; asked once a direction and round in the block and standard-basis designs. */
  refit: (samples: Readonly<Refit>) => number;
}

/** The loop as the paper states it: labels from θ̂_k, verified around θ_c, refit on this round's accepted labels alone. */
export const honestParts: SimulatorParts = {
  noise: (setting) => setting.noise,
  labelMean: (estimate) => estimate,
  window: (row, setting, out) => {
    out.center = row.center;
    out.halfWidth = setting.radius * row.norm + setting.noiseAllowance;
  },
  accepts: withinRange,
  collect,
  refit: (samples) => samples.roundMean,
};
