import type { Engine, Evaluator, Feeds } from '../../engine.ts';
import type { Model, Weights } from '../../graph/model.ts';
import type { TensorFlow } from './backend.ts';
import { compute } from './compute.ts';
import { loadTensorFlow } from './load.ts';
import { inputTensors, parameterTensors, toWeights } from './tensors.ts';
import { differentiate, tfjsTrainer } from './train.ts';

// A process has one TensorFlow.js with one backend.
let loaded: ReturnType<typeof loadTensorFlow> | undefined;

/**
 * The reference engine: TensorFlow.js with its own differentiation, with tfjs-node where it is installed, with wasm otherwise.
 * @throws Error, with a message of one line, when neither can be loaded.
 */
export async function tfjsEngine(): Promise<Engine> {
  loaded ??= loadTensorFlow();
  const { tf, description } = await loaded;
  return {
    name: 'tfjs',
    description,
    trainer: async (model, batch) => tfjsTrainer(tf, model, batch),
    evaluator: async (model, output) => tfjsEvaluator(tf, model, output),
    gradient: async (model, weights, feeds) => gradient(tf, model, weights, feeds),
  };
}

/** @throws RangeError when the model has no such output. */
function tfjsEvaluator(tf: TensorFlow, model: Model, output: string): Evaluator {
  const value = model.outputs[output];
  if (value === undefined) {
    const names = Object.keys(model.outputs).join(', ');
    throw new RangeError(`the model "${model.name}" has no output "${output}": it has ${names}`);
  }
  return {
    evaluate: async (weights, feeds) =>
      tf.tidy(() => {
        const inputs = inputTensors(tf, model, value, feeds);
        return compute(tf, value, inputs, parameterTensors(tf, model, weights)).dataSync<'float32'>();
      }),
    dispose: async () => {},
  };
}

function gradient(tf: TensorFlow, model: Model, weights: Weights, feeds: Feeds) {
  return tf.tidy(() => {
    const variables = new Map(
      [...parameterTensors(tf, model, weights)].map(([name, tensor]) => [name, tf.variable(tensor)]),
    );
    const { value, grads } = differentiate(tf, model, inputTensors(tf, model, model.loss, feeds), variables);
    const gradients = new Map([...variables].map(([name, variable]) => [name, grads[variable.name]!]));
    const result = { loss: value.dataSync()[0]!, gradient: toWeights(model, gradients) };
    for (const variable of variables.values()) variable.dispose();
    return result;
  });
}
