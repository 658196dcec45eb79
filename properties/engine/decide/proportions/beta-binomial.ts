import betainc from '@stdlib/math-base-special-betainc';
import betaln from '@stdlib/math-base-special-betaln';

/** The prior Beta(a, b) over the alternatives: a and b count as successes and failures before the first trial. */
export interface BetaPrior {
  readonly a: number;
  readonly b: number;
}

/** The prior with mean p and a standard deviation near `spread`. It weighs at least as much as one observation. */
export function priorAround(p: number, spread: number): BetaPrior {
  const weight = Math.max(1, (p * (1 - p)) / spread ** 2 - 1);
  return { a: weight * p, b: weight * (1 - p) };
}

/**
 * Log of the beta-binomial mixture e-value against "success probability = p0": the ratio of the likelihood of the counts, averaged over the prior, to
 * their likelihood at p0 (Ville 1939; Robbins 1970; Howard, Ramdas, McAuliffe & Sekhon 2021, §3.2).
 * Guarantee: the e-value is a martingale under the null, so that it ever reaches 1/α with probability ≤ α, non-asymptotically and however often one
 * looks. It depends on the counts alone, and not on how they were batched.
 */
export function logEvidence(successes: number, failures: number, p0: number, { a, b }: BetaPrior): number {
  return betaln(a + successes, b + failures) - betaln(a, b) - logLikelihood(successes, failures, p0);
}

/**
 * The one-sided form against "success probability ≤ p0": the prior is cut off below p0. The likelihood ratio of each alternative p > p0 grows, in
 * expectation, with the true probability, and it is fair at p0. The mixture is therefore a supermartingale under the whole null.
 * @throws RangeError when the prior has no mass above p0 that a double can represent: there is then nothing to mix.
 */
export function logEvidenceAbove(successes: number, failures: number, p0: number, prior: BetaPrior): number {
  const { a, b } = prior;
  const mass = betainc(p0, a, b, true, true);
  if (!(mass > 0)) throw new RangeError(`prior Beta(${a}, ${b}) leaves no alternative on the far side of ${p0}`);
  return (
    logEvidence(successes, failures, p0, prior) +
    Math.log(betainc(p0, a + successes, b + failures, true, true)) -
    Math.log(mass)
  );
}

/** The one-sided form against "success probability ≥ p0": the mirror image. */
export function logEvidenceBelow(successes: number, failures: number, p0: number, { a, b }: BetaPrior): number {
  return logEvidenceAbove(failures, successes, 1 - p0, { a: b, b: a });
}

/** Halvings of [0, 1] that reach double precision. */
const HALVINGS = 52;

/** The interval of all p0 with evidence below log(1/α). It contains the success probability, at all looks at once, with probability ≥ 1 − α. */
export function interval(
  successes: number,
  failures: number,
  alpha: number,
  prior: BetaPrior,
): [low: number, high: number] {
  const rate = (successes + prior.a) / (successes + failures + prior.a + prior.b);
  const rejected = (p0: number) => logEvidence(successes, failures, p0, prior) >= Math.log(1 / alpha);
  // The evidence is convex in p0 and least near the observed rate. Bisect on either side of that rate.
  const edge = (outer: number) => {
    if (!rejected(outer)) return outer;
    let [out, inside] = [outer, rate];
    for (let halving = 0; halving < HALVINGS; halving += 1) {
      const middle = (out + inside) / 2;
      if (rejected(middle)) out = middle;
      else inside = middle;
    }
    return out;
  };
  return [edge(0), edge(1)];
}

/** log p0^s (1−p0)^f, with 0·log 0 = 0. */
function logLikelihood(successes: number, failures: number, p0: number): number {
  return (successes === 0 ? 0 : successes * Math.log(p0)) + (failures === 0 ? 0 : failures * Math.log1p(-p0));
}
