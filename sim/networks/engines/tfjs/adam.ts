import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './backend.ts';

/** Decay of the first moment, of the second, and what keeps the quotient finite (Kingma & Ba 2015, algorithm 1). */
const BETA_1 = 0.9;
const BETA_2 = 0.999;
const EPSILON = 1e-8;

/** Parameter of a network and Adam's moments of its gradient. */
export interface Trained {
  readonly parameter: Variable;
  readonly first: Variable;
  readonly second: Variable;
}

/**
 * Step `count` (1, 2, …) of Adam: w ← w − rate · m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ). To be called in
 * a tidy. TensorFlow.js's own optimizer computes 1 − β₂ᵗ in single precision, which at t = 1 is off by 1 in 10⁵.
 */
export function adamStep(tf: TensorFlow, trained: Trained, gradient: Tensor, count: number, rate: number): void {
  const { parameter, first, second } = trained;
  const root = Math.sqrt(1 - BETA_2 ** count);
  first.assign(tf.add(tf.mul(first, BETA_1), tf.mul(gradient, 1 - BETA_1)));
  second.assign(tf.add(tf.mul(second, BETA_2), tf.mul(tf.square(gradient), 1 - BETA_2)));
  // Both sides of the quotient times √(1 − β₂ᵗ), which spares two passes.
  const quotient = tf.div(first, tf.add(tf.sqrt(second), EPSILON * root));
  parameter.assign(tf.sub(parameter, tf.mul(quotient, (rate * root) / (1 - BETA_1 ** count))));
}
