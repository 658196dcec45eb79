import { coordinates } from '../../../theory/model.ts';
import type { Stream } from '../../random/stream.ts';
import { LeastSquares } from '../least-squares.ts';
import { impatient } from '../patience.ts';
import type { Design } from './design.ts';

/**
 * Rounds of n_k·p accepted pairs (x, y) with random rows x: a refused pair is drawn anew, row and all. Refit by OLS.
 * The law of x must be invariant under rotation, so that drawing it in coordinates along the directions is drawing it.
 * Labels belong to no direction: proposals[offset] is the round's total, the entries after it are 0.
 * A step throws RareAcceptanceError after 1e8 refusals in a row, IllConditionedError when the rows do not span the space.
 */
export function randomRows(drawRow: (stream: Stream, row: Float64Array) => void): Design {
  return (setting, parts) => {
    const center = Float64Array.from(coordinates(setting, setting.knowledgeCenter));
    const truth = Float64Array.from(coordinates(setting, setting.thetaStar));
    const dimension = center.length;
    const sd = parts.noise(setting);
    const x = new Float64Array(dimension);
    const row = { norm: 0, center: 0, estimate: 0 };
    const range = { center: 0, halfWidth: 0 };
    const fit = new LeastSquares(dimension);
    return {
      begin() {},
      step(stream, kept, estimate, proposals, offset, count) {
        const needed = kept * dimension;
        let accepted = 0;
        let drawn = 0;
        let refused = 0;
        fit.clear();
        while (accepted < needed) {
          drawRow(stream, x);
          row.norm = Math.sqrt(dot(x, x));
          row.center = dot(x, center);
          row.estimate = dot(x, estimate);
          parts.window(row, setting, range);
          const label = parts.labelMean(row.estimate, dot(x, truth)) + sd * stream.normal();
          drawn++;
          if (parts.accepts(label, range.center, range.halfWidth)) {
            fit.add(x, 0, label);
            accepted++;
            refused = 0;
          } else {
            refused = impatient(refused);
          }
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

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
