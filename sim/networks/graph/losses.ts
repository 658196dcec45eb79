import type { Value } from './operation.ts';
import { add, affine, exp, logSoftmax, multiply, softplus, subtract, sum } from './values.ts';

/** A random value from N(mean, e^logVariance), computed from standard normal noise: mean + e^{½·logVariance} ∘ noise. All have one shape. */
export function reparameterize(mean: Value, logVariance: Value, noise: Value): Value {
  return add(mean, multiply(exp(affine(logVariance, 0.5)), noise));
}

/** Binary cross-entropy: Σ ln(1 + eˣ) − x·t, the negative log-likelihood of targets t ∈ [0, 1] under Bernoulli(sigmoid(x)). 1 × 1. */
export function bceWithLogits(logits: Value, targets: Value): Value {
  return sum(subtract(softplus(logits), multiply(logits, targets)));
}

/** The sum of KL(N(mean, e^logVariance) ‖ N(0, 1)) = −½ Σ 1 + logVariance − mean² − e^logVariance. 1 × 1. */
export function gaussianKl(mean: Value, logVariance: Value): Value {
  const secondMoment = add(multiply(mean, mean), exp(logVariance));
  return affine(sum(subtract(secondMoment, affine(logVariance, 1, 1))), 0.5);
}

/** Cross-entropy: −Σ t·logSoftmax(x), the negative log-likelihood of the classes, which are rows with a single 1. 1 × 1. */
export function softmaxCrossEntropy(logits: Value, oneHot: Value): Value {
  return affine(sum(multiply(logSoftmax(logits), oneHot)), -1);
}
