/** What a run may get wrong, and over how much it is spread. */
export interface ErrorBudgetOptions {
  /** Probability that a run of a true theory and a faithful simulator refutes anything at all. */
  readonly falseRefutation: number;
  /** Probability that a given claim is called supported though it fails, by more than the indifference zone, on a setting drawn for it. */
  readonly falseSupport: number;
  /** Draws of all claims together. */
  readonly settings: number;
}

/** Error probabilities of the decisions of a run. */
export interface ErrorBudget {
  readonly falseRefutationOfRun: number;
  readonly falseRefutationOfSetting: number;
  readonly falseSupportOfClaim: number;
}

/**
 * Splits a run's error probabilities over its decisions.
 * A false refutation anywhere refutes the run, so its probability is shared out by the union bound, equally over all settings; a decision
 * splits its draw's share over its one-sided tests.
 * False support needs no split: a claim is supported only if every comparison of every draw is, so a false claim is supported at most
 * as often as its one false comparison (intersection–union, Berger 1982).
 * Looks are free: every decision is anytime-valid.
 * @throws RangeError when a probability is not in (0, 1) or settings is no whole number ≥ 1.
 */
export function errorBudget({ falseRefutation, falseSupport, settings }: ErrorBudgetOptions): ErrorBudget {
  for (const [name, value] of Object.entries({ falseRefutation, falseSupport })) {
    if (!(value > 0 && value < 1)) throw new RangeError(`${name} = ${value}: a probability in (0, 1) is needed`);
  }
  if (!(Number.isInteger(settings) && settings >= 1)) throw new RangeError(`settings = ${settings}: a whole number ≥ 1 is needed`);
  return {
    falseRefutationOfRun: falseRefutation,
    falseRefutationOfSetting: falseRefutation / settings,
    falseSupportOfClaim: falseSupport,
  };
}
