import { requireProbabilities } from './probabilities.ts';

/** What a run may get wrong, and over how many settings the error is spread. */
export interface ErrorBudgetOptions {
  /** Probability that a run of a true theory and a faithful simulator refutes anything at all. */
  readonly falseRefutation: number;
  /** Probability that a claim is called supported although it fails on one of its settings, by more than the indifference zone. */
  readonly falseSupport: number;
  /** Number of settings of all claims together. */
  readonly settings: number;
}

/** Error probabilities of the decisions of a run. */
export interface ErrorBudget {
  readonly falseRefutationOfRun: number;
  readonly falseRefutationOfSetting: number;
  readonly falseSupportOfClaim: number;
}

/**
 * Splits the error probabilities of a run over its decisions.
 *
 * A false refutation of any setting refutes the run. The union bound therefore gives every setting an equal share of the run's false
 * refutation; the decision of a setting splits its share over its one-sided tests.
 *
 * False support is not split. A claim is supported only if every comparison on every setting is, so a false claim is supported at most as often
 * as its one false comparison is (intersection–union; Berger 1982).
 *
 * Looks at the data cost nothing, because every sequential decision is anytime-valid.
 * @throws RangeError for a probability outside (0, 1), and when settings is no whole number ≥ 1.
 */
export function errorBudget({ falseRefutation, falseSupport, settings }: ErrorBudgetOptions): ErrorBudget {
  requireProbabilities({ falseRefutation, falseSupport });
  if (!(Number.isInteger(settings) && settings >= 1)) {
    throw new RangeError(`settings = ${settings}: a whole number ≥ 1 is needed`);
  }
  return {
    falseRefutationOfRun: falseRefutation,
    falseRefutationOfSetting: falseRefutation / settings,
    falseSupportOfClaim: falseSupport,
  };
}
