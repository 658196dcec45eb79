import type { Errors, Trace } from '../claim.ts';
import type { Comparison } from './comparison.ts';
import { requireProbabilities } from './probabilities.ts';

/** Error probabilities of the one-sided tests of a decision: of each supporting test, and of each refuting test. */
export interface TestLevels {
  readonly support: number;
  readonly refute: number;
}

/**
 * Splits the errors of a decision over the one-sided tests of its comparisons.
 *
 * One false refutation refutes the whole decision. The union bound therefore gives every refuting test an equal share of falseRefutation.
 * falseSupport is not split: a decision supports only if every supporting test succeeds, and at least one of them errs when the decision is
 * wrong. The decision thus errs at most as often as this one test (intersection–union; Berger 1982).
 * @throws RangeError for an error outside (0, 1).
 */
export function testLevels(
  comparisons: readonly Pick<Comparison, 'above' | 'below'>[],
  { falseSupport, falseRefutation }: Errors,
): TestLevels {
  requireProbabilities({ falseSupport, falseRefutation });
  const refutingTests = comparisons.reduce((sum, { above, below }) => sum + (above ? 1 : 0) + (below ? 1 : 0), 0);
  return { support: falseSupport, refute: falseRefutation / refutingTests };
}

/** Log-evidence at which tests of these levels decide: ln 1/α, by Ville's inequality. */
export function thresholdsOf({ support, refute }: TestLevels): Trace['threshold'] {
  return { support: Math.log(1 / support), refute: Math.log(1 / refute) };
}
