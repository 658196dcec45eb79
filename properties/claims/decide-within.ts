import type { Outcome } from '../claim.ts';
import type { Comparison } from '../decide/comparison.ts';
import { type DecisionOptions, decideMeans } from '../decide/decide-means.ts';
import { holds, outcomeOf } from './exactly.ts';

/** An observation that its comparison's range rules out. */
class OutsideRange extends Error {
  readonly comparison: Comparison;
  readonly observation: number;

  constructor(comparison: Comparison, observation: number) {
    super(`'${comparison.name}': ${observation} lies outside its range`);
    this.comparison = comparison;
    this.observation = observation;
  }
}

/**
 * decideMeans for observables whose range is itself a prediction, such as the verifier's window: an observation outside the range of its
 * comparison refutes the claim at once, with certainty.
 */
export function decideWithin(
  comparisons: readonly Comparison[],
  sample: (replicate: number, out: Float64Array) => void,
  options: DecisionOptions,
): Outcome {
  let replicates = 0;
  const inRange = (replicate: number, out: Float64Array) => {
    replicates = replicate + 1;
    sample(replicate, out);
    for (let column = 0; column < out.length; column += 1) {
      if (outside(comparisons[column]!, out[column]!)) throw new OutsideRange(comparisons[column]!, out[column]!);
    }
  };
  try {
    return outcomeOf(decideMeans(comparisons, inRange, options).comparisons, replicates);
  } catch (error) {
    if (!(error instanceof OutsideRange)) throw error;
    const { comparison, observation } = error;
    return outcomeOf([holds(`${comparison.name} within its range`, observation, comparison.range!)], replicates);
  }
}

function outside({ range }: Comparison, observation: number): boolean {
  return range !== undefined && !(range[0] <= observation && observation <= range[1]);
}
