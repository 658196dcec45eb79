import type { Tensor } from '@tensorflow/tfjs-core';
import type { Feeds } from '../../engine.ts';
import { inputsOf } from '../../graph/define-model.ts';
import type { Model, Weights } from '../../graph/model.ts';
import type { Value } from '../../graph/operation.ts';
import { inOrder } from '../../graph/visit.ts';
import { requireWeights, rowsOf } from '../feeds.ts';
import type { TensorFlow } from './backend.ts';
import type { Tensors } from './compute.ts';

/**
 * Tensors of the inputs that a value of the model depends on: rows × columns.
 * @param rows the required number of rows; any number when absent.
 * @throws RangeError as rowsOf does.
 */
export function inputTensors(tf: TensorFlow, model: Model, value: Value, feeds: Feeds, rows?: number): Tensors {
  const inputs = inputsOf(inOrder(value));
  const found = rowsOf(model, feeds, Object.keys(inputs), rows);
  return new Map(Object.entries(inputs).map(([name, columns]) => [name, tf.tensor(feeds[name]!, [found, columns])]));
}

/** Tensors of the model's parameters. @throws RangeError when the vector does not have the length of the model's weights. */
export function parameterTensors(tf: TensorFlow, model: Model, weights: Weights): ReadonlyMap<string, Tensor> {
  requireWeights(model, weights);
  return new Map(
    model.parameters.map(({ name, rows, columns, offset }) => {
      // A copy, because the backend may read the entries after the caller has overwritten them.
      const entries = weights.slice(offset, offset + rows * columns);
      return [name, tf.tensor(entries, [rows, columns])];
    }),
  );
}

/** The vector of weights whose parameters are these tensors: the inverse of parameterTensors. */
export function toWeights(model: Model, tensors: Tensors): Weights {
  const weights = new Float32Array(model.size);
  for (const { name, offset } of model.parameters) weights.set(tensors.get(name)!.dataSync<'float32'>(), offset);
  return weights;
}
