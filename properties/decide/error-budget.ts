/** What a run may get wrong, and over how much it is spread. */
export interface ErrorBudgetOptions {
  /** Probability that anything true is refuted, anywhere in the run. */
  readonly falseRefutation: number;
  /** Probability that a given claim is supported although some comparison of some draw lies outside its indifference zone. */
  readonly falseSupport: number;
  readonly claims: number;
  /** Draws of the claim that is drawn most. */
  readonly draws: number;
}

/** Error probabilities of the decisions of a run. */
export interface ErrorBudget {
  readonly falseRefutationOfRun: number;
  readonly falseRefutationOfClaim: number;
  readonly falseRefutationOfDraw: number;
  readonly falseSupportOfClaim: number;
  /** The budget in sentences, for people. */
  readonly summary: readonly string[];
}

/**
 * Splits a run's error probabilities over its decisions.
 * False refutation is shared out by the union bound: equally over claims, and over each claim's draws; a decision splits its draw's
 * share over its one-sided tests. Looks cost nothing: every process is anytime-valid.
 * False support needs no split: a claim is supported only if every comparison of every draw is, so a false claim is supported at most
 * as often as its one false comparison (intersection–union, Berger 1982).
 * @throws RangeError when a probability is not in (0, 1) or a count is not a whole number ≥ 1.
 */
export function errorBudget({ falseRefutation, falseSupport, claims, draws }: ErrorBudgetOptions): ErrorBudget {
  for (const [name, value] of Object.entries({ falseRefutation, falseSupport })) {
    if (!(value > 0 && value < 1)) throw new RangeError(`${name} = ${value}: a probability in (0, 1) is needed`);
  }
  for (const [name, value] of Object.entries({ claims, draws })) {
    if (!(Number.isInteger(value) && value >= 1))
      throw new RangeError(`${name} = ${value}: a whole number ≥ 1 is needed`);
  }
  const ofClaim = falseRefutation / claims;
  const ofDraw = ofClaim / draws;
  return {
    falseRefutationOfRun: falseRefutation,
    falseRefutationOfClaim: ofClaim,
    falseRefutationOfDraw: ofDraw,
    falseSupportOfClaim: falseSupport,
    summary: [
      `false refutation: ${figure(falseRefutation)} for the run = ${claims} claims × ${draws} draws × ${figure(ofDraw)} a draw (union bound; its tests share that, looks are free)`,
      `false support: ${figure(falseSupport)} for each claim (all comparisons of all draws must be supported, so nothing is split)`,
    ],
  };
}

const figure = (probability: number) => Number(probability.toPrecision(2)).toExponential();
