import type { NamedTensorMap, Scalar, Variable } from '@tensorflow/tfjs-core';
import type { Trainer } from '../../engine.ts';
import type { Model } from '../../graph/model.ts';
import { adamStep, type TrainedParameter } from './adam.ts';
import type { TensorFlow } from './backend.ts';
import { compute, type Tensors } from './compute.ts';
import { inputTensors, parameterTensors, toWeights } from './tensors.ts';

/**
 * The loss of a model, and its gradients by the names of the given variables. TensorFlow.js differentiates by itself here. Call it within
 * tf.tidy.
 */
export function differentiate(
  tf: TensorFlow,
  model: Model,
  inputs: Tensors,
  parameters: ReadonlyMap<string, Variable>,
): { value: Scalar; grads: NamedTensorMap } {
  return tf.variableGrads(() => tf.sum<Scalar>(compute(tf, model.loss, inputs, parameters)), [...parameters.values()]);
}

/** Trains a model by Adam on batches of one size. All weights are zero before the first restart. */
export function tfjsTrainer(tf: TensorFlow, model: Model, batch: number): Trainer {
  const trained = new Map<string, TrainedParameter>();
  for (const { name, rows, columns } of model.parameters) {
    const zeros = (trainable: boolean) => tf.tidy(() => tf.variable(tf.zeros([rows, columns]), trainable));
    trained.set(name, { parameter: zeros(true), first: zeros(false), second: zeros(false) });
  }
  const parameters = new Map([...trained].map(([name, { parameter }]) => [name, parameter]));
  let count = 0;
  return {
    step: async (feeds, learningRate) =>
      tf.tidy(() => {
        const inputs = inputTensors(tf, model, model.loss, feeds, batch);
        const { grads } = differentiate(tf, model, inputs, parameters);
        count += 1;
        for (const each of trained.values()) adamStep(tf, each, grads[each.parameter.name]!, count, learningRate);
      }),
    weights: () => toWeights(model, parameters),
    restart(weights) {
      tf.tidy(() => {
        for (const [name, start] of parameterTensors(tf, model, weights)) {
          const { parameter, first, second } = trained.get(name)!;
          parameter.assign(start);
          first.assign(tf.zerosLike(start));
          second.assign(tf.zerosLike(start));
        }
      });
      count = 0;
    },
    async dispose() {
      for (const { parameter, first, second } of trained.values()) tf.dispose([parameter, first, second]);
    },
  };
}
