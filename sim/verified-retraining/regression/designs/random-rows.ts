import { coordinates } from '../../../../theory/verified-retraining/model.ts';
import { LeastSquares } from '../least-squares.ts';
import { addRejections } from '../rejection-limit.ts';
import type { Design } from './design.ts';

/** Numbers in a block of rows, at most: 4 KiB, well within the first-level cache. */
const BLOCK_NUMBERS = 512;

/** Turns rows of independent normals into rows of the design. The first p of each p+1 numbers are a row. */
export type Shape = (rows: Float64Array, count: number, dimension: number) => void;

/**
 * Rounds of n_k·p accepted pairs (x, y) with random rows x. A rejected pair is replaced by a new row with a new label. The refit is OLS.
 * The law of x must be invariant under rotation, so that rows may be drawn in coordinates along the directions.
 * Labels belong to no direction: proposals[offset] is the round's total, and the other entries are 0.
 * A step throws RareAcceptanceError after 1e8 rejections in a row (counted by blocks), and IllConditionedError when the rows do not span
 * the space.
 */
export function randomRows(shape: Shape): Design {
  return (setting, parts) => {
    const center = Float64Array.from(coordinates(setting, setting.knowledgeCenter));
    const truth = Float64Array.from(coordinates(setting, setting.thetaStar));
    const dimension = center.length;
    const stride = dimension + 1;
    const blockRows = Math.max(1, Math.floor(BLOCK_NUMBERS / stride));
    const sd = parts.noise(setting);
    const { window, labelMean, accepts } = parts;
    const row = { norm: 0, center: 0, estimate: 0 };
    const range = { center: 0, halfWidth: 0 };
    const rows = new Float64Array(blockRows * stride);
    const fit = new LeastSquares(dimension);

    /** Moves those of `count` rows (x, z) whose label is accepted to the front, as (x, y). Returns their number. */
    const keepAccepted = (estimate: Float64Array, count: number): number => {
      let to = 0;
      for (let at = 0; at < count * stride; at += stride) {
        let square = 0;
        let alongCenter = 0;
        let alongEstimate = 0;
        let alongTruth = 0;
        for (let i = 0; i < dimension; i++) {
          const x = rows[at + i]!;
          square += x * x;
          alongCenter += x * center[i]!;
          alongEstimate += x * estimate[i]!;
          alongTruth += x * truth[i]!;
        }
        row.norm = Math.sqrt(square);
        row.center = alongCenter;
        row.estimate = alongEstimate;
        window(row, setting, range);
        const label = labelMean(alongEstimate, alongTruth) + sd * rows[at + dimension]!;
        // No branch: where about half of the labels are accepted, a mispredicted branch would cost as much as the row.
        for (let i = 0; i < dimension; i++) rows[to + i] = rows[at + i]!;
        rows[to + dimension] = label;
        to += stride * Number(accepts(label, range.center, range.halfWidth));
      }
      return to / stride;
    };

    return {
      begin() {},
      step(stream, kept, estimate, proposals, offset, count) {
        const needed = kept * dimension;
        let accepted = 0;
        let drawn = 0;
        let rejected = 0;
        fit.clear();
        while (accepted < needed) {
          // Never more rows than are missing: if all of them are accepted, there are still not too many.
          const draws = Math.min(blockRows, needed - accepted);
          stream.fillNormal(rows, draws * stride);
          shape(rows, draws, dimension);
          const added = keepAccepted(estimate, draws);
          fit.add(rows, added);
          rejected = added === 0 ? addRejections(rejected, draws) : 0;
          accepted += added;
          drawn += draws;
        }
        fit.solve(estimate);
        proposals.fill(0, offset, offset + dimension);
        proposals[offset] = drawn;
        count.accepted = accepted;
        count.proposals = drawn;
      },
    };
  };
}
