import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import { emptyCollected } from '../collected.ts';
import type { SimulatorParts } from '../parts.ts';
import type { Rounds } from './design.ts';

/** What the loop needs to know about an orthonormal basis b_1 … b_p. */
export interface OrthonormalRows {
  /** b_jᵀθ_c. */
  readonly center: readonly number[];
  /** b_jᵀθ*. */
  readonly truth: readonly number[];
  /** ‖X₀b_j‖². */
  readonly realInformation: readonly number[];
}

/**
 * Rounds whose rows are the vectors of an orthonormal basis, n copies of each. OLS then gives, along each vector, the mean of the labels
 * accepted there. Estimates are coordinates along that basis.
 */
export function orthonormalRounds(rows: OrthonormalRows, setting: Setting, parts: SimulatorParts): Rounds {
  const { center, truth, realInformation } = rows;
  const dimension = center.length;
  const sd = parts.noise(setting);
  const row = { norm: 1, center: 0, estimate: 0 };
  const range = { center: 0, halfWidth: 0 };
  const collected = emptyCollected();
  const real = new Float64Array(dimension);
  const previousMean = new Float64Array(dimension);
  const previousKept = new Float64Array(dimension);
  const keptBefore = new Float64Array(dimension);
  const samples = {
    roundMean: 0,
    kept: 0,
    previousMean: 0,
    previousKept: 0,
    keptBefore: 0,
    previousEstimate: 0,
    realEstimate: 0,
    realInformation: 0,
  };
  return {
    begin(estimate) {
      real.set(estimate);
      previousMean.fill(0);
      previousKept.fill(0);
      keptBefore.fill(0);
    },
    step(stream, kept, estimate, proposals, offset, count) {
      count.accepted = 0;
      count.proposals = 0;
      for (let j = 0; j < dimension; j++) {
        row.center = center[j]!;
        row.estimate = estimate[j]!;
        parts.window(row, setting, range);
        const mean = parts.labelMean(estimate[j]!, truth[j]!);
        parts.collect(stream, mean, sd, range.center, range.halfWidth, kept, collected);
        samples.roundMean = collected.mean;
        samples.kept = collected.accepted;
        samples.previousMean = previousMean[j]!;
        samples.previousKept = previousKept[j]!;
        samples.keptBefore = keptBefore[j]!;
        samples.previousEstimate = estimate[j]!;
        samples.realEstimate = real[j]!;
        samples.realInformation = realInformation[j]!;
        estimate[j] = parts.refit(samples);
        previousMean[j] = collected.mean;
        previousKept[j] = collected.accepted;
        keptBefore[j] = keptBefore[j]! + collected.accepted;
        proposals[offset + j] = collected.proposals;
        count.accepted += collected.accepted;
        count.proposals += collected.proposals;
      }
    },
  };
}
