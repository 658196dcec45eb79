import type { Tensor, Variable } from '@tensorflow/tfjs-core';
import type { TensorFlow } from './backend.ts';

/** Decay rates of the two moments, and the number that keeps the quotient finite (Kingma & Ba 2015, algorithm 1). */
const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

/** A parameter of a network, and Adam's moments of its gradient. */
export interface TrainedParameter {
  readonly parameter: Variable;
  readonly first: Variable;
  readonly second: Variable;
}

/**
 * The step t = `count` (1, 2, …) of Adam: w ← w − rate · m̂ / (√v̂ + ε), with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ). Call it within tf.tidy.
 * TensorFlow.js has an optimizer of its own, but it computes 1 − β₂ᵗ in single precision, with a relative error of 1e-5 at t = 1.
 */
export function adamStep(
  tf: TensorFlow,
  trained: TrainedParameter,
  gradient: Tensor,
  count: number,
  rate: number,
): void {
  const { parameter, first, second } = trained;
  const root = Math.sqrt(1 - BETA2 ** count);
  first.assign(tf.add(tf.mul(first, BETA1), tf.mul(gradient, 1 - BETA1)));
  second.assign(tf.add(tf.mul(second, BETA2), tf.mul(tf.square(gradient), 1 - BETA2)));
  // Numerator and denominator are multiplied by √(1 − β₂ᵗ), which saves two passes.
  const quotient = tf.div(first, tf.add(tf.sqrt(second), EPSILON * root));
  parameter.assign(tf.sub(parameter, tf.mul(quotient, (rate * root) / (1 - BETA1 ** count))));
}
