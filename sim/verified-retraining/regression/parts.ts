import type { Setting } from '../../../theory/verified-retraining/model.ts';
import { type AcceptanceRule, collect, withinRange } from './collect.ts';
import type { Collect } from './collected.ts';

/** A row x as the verifier sees it, and the generator's prediction for it. The norm is in units of x, the rest in units of y. */
export interface Row {
  /** ‖x‖. */
  norm: number;
  /** xᵀθ_c. */
  center: number;
  /** xᵀθ̂_k. */
  estimate: number;
}

/** The labels that a verifier accepts: |y − center| ≤ halfWidth, both in units of y. */
export interface AcceptedRange {
  center: number;
  halfWidth: number;
}

/** Everything that the refit of one direction may use. Estimates and means are in units of y, information in units of x². */
export interface Refit {
  /** Mean of the labels kept in this round. */
  roundMean: number;
  /** Number of labels kept in this round. */
  kept: number;
  /** Mean of the labels kept in the round before; 0 in round 0. */
  previousMean: number;
  /** Number of labels kept in the round before; 0 in round 0. */
  previousKept: number;
  /** Number of labels kept in all earlier rounds together. */
  keptBefore: number;
  /** θ̂_k along the direction. */
  previousEstimate: number;
  /** θ̂₀ along the direction. */
  realEstimate: number;
  /** ‖X₀v‖² of the direction v, which is μ_j² in the block design. A synthetic row of norm 1 carries the information 1. */
  realInformation: number;
}

/** The parts of the regression simulator. A mutant replaces some of them. */
export interface SimulatorParts {
  /** Standard deviation of the noise in drawn labels and in the real data. */
  noise: (setting: Setting) => number;
  /** Mean of a drawn label, from xᵀθ̂_k and xᵀθ*. */
  labelMean: (estimate: number, truth: number) => number;
  /** Writes the verifier's range for a row into `out`. */
  window: (row: Readonly<Row>, setting: Setting, out: AcceptedRange) => void;
  /** The verifier's decision on one label. The Gaussian and the sphere design call it once a row. */
  accepts: AcceptanceRule;
  /** Collects the labels of one direction. The block and the standard-basis design call it once a direction and round. */
  collect: Collect;
  /** θ̂_{k+1} along a direction. The block and the standard-basis design call it once a direction and round. */
  refit: (samples: Readonly<Refit>) => number;
}

/** The loop as the paper states it: labels come from θ̂_k, are verified around θ_c, and the refit uses those of this round alone. */
export const referenceParts: SimulatorParts = {
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
