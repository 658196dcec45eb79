import { EFFECT_SIZES, safeTLogEvidence } from '../effects/safe-t-test.ts';
import type { Watched } from './conformance.ts';

/** The cosines from which on the evidence reaches `evidence`, by the number of observations; 2 where no cosine does. By bisection. */
export function criticalCosines(evidence: number, looks: number, effectSizes = EFFECT_SIZES): readonly number[] {
  return Array.from({ length: looks + 1 }, (_, count) => {
    const reached = (angle: number) =>
      count > 0 && safeTLogEvidence(count, Math.sin(angle), effectSizes) >= Math.log(evidence);
    let [below, above] = [0, Math.PI / 2];
    if (!reached(above)) return 2;
    for (let halving = 0; halving < 30; halving += 1) {
      const middle = (below + above) / 2;
      if (reached(middle)) above = middle;
      else below = middle;
    }
    return Math.sin(above);
  });
}

/** The test of "mean ≤ 0" by its critical cosines, which is quick enough for many runs. It is right while it does not reject. */
export const rejecting = (critical: readonly number[]) => (): Watched => {
  let [count, sum, squares] = [0, 0, 0];
  return {
    observe: (x) => {
      count += 1;
      sum += x;
      squares += x * x;
    },
    wrong: () => sum >= critical[count]! * Math.sqrt(count * squares),
  };
};
