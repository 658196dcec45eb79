import type { Value } from './operation.ts';
import { add, affine, exp, logSoftmax, multiply, softplus, subtract, sum } from './values.ts';

/** A draw from N(mean, e^logVariance) as a function of standard normal noise: mean + e^{½·logVariance} ∘ noise. All of one shape. */
export function reparameterize(mean: Value, logVariance: Value, noise: Value): Value {
  return add(mean, multiply(exp(affine(logVariance, 0.5)), noise));
}

/** Σ ln(1 + eˣ) − x·t: the negative log-likelihood of targets t ∈ [0, 1] under Bernoulli(sigmoid(x)), summed. 1 × 1. */
export function bceWithLogits(logits: Value, targets: Value): Value {
  return sum(subtract(softplus(logits), multiply(logits, targets)));
}

/** KL(N(mean, e^logVariance) ‖ N(0, 1)) = −½ Σ 1 + logVariance − mean² − e^logVariance, summed. 1 × 1. */
export function gaussianKl(mean: Value, logVariance: Value): Value {
  const spread = add(multiply(mean, mean), exp(logVariance));
  return affine(sum(subtract(spread, affine(logVariance, 1, 1))), 0.5);
}

/** −Σ t·logSoftmax(x): the negative log-likelihood of classes given as 0-1 rows, summed. 1 × 1. */
export function softmaxCrossEntropy(logits: Value, oneHot: Value): Value {
  return affine(sum(multiply(logSoftmax(logits), oneHot)), -1);
}
