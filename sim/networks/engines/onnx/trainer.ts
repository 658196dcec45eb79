import type { Feeds, Trainer } from '../../engine.ts';
import { gradients } from '../../graph/differentiate.ts';
import type { Model, Weights } from '../../graph/model.ts';
import { requireWeights, rowsOf } from '../feeds.ts';
import { adamOf } from './adam.ts';
import { valuesProgram } from './programs.ts';
import { feeder, type OnnxRuntime, openSession, parameterTensors } from './session.ts';

/**
 * A trainer with a session that computes the gradient. It does not compute the loss, which a step does not need. The session reads the weights
 * and writes the gradient in Adam's own memory.
 * @throws RangeError when `batch` is not a whole number ≥ 1. A step throws RangeError when feeds are missing or do not have `batch` rows.
 */
export async function onnxTrainer(runtime: OnnxRuntime, model: Model, batch: number): Promise<Trainer> {
  if (!Number.isSafeInteger(batch) || batch < 1) {
    throw new RangeError(`a batch of the model "${model.name}" must have a whole number of rows ≥ 1, not ${batch}`);
  }
  const program = valuesProgram(model, gradients(model.loss, model.parameters), batch);
  const session = await openSession(runtime, program);
  const adam = await adamOf(model.size);
  const fed = parameterTensors(runtime, model, adam.weights);
  const feed = feeder(runtime, program.inputs, fed);
  const gradientTensors = Object.values(parameterTensors(runtime, model, adam.gradient));
  const results = Object.fromEntries(program.results.map((name, i) => [name, gradientTensors[i]!]));
  let steps = 0;
  return {
    async step(feeds: Feeds, learningRate: number): Promise<void> {
      rowsOf(model, feeds, program.inputs, batch);
      feed(feeds, batch);
      await session.run(fed, results);
      steps += 1;
      adam.step(learningRate, steps);
    },
    weights: (): Weights => adam.weights.slice(),
    restart(weights: Weights): void {
      requireWeights(model, weights);
      adam.weights.set(weights);
      adam.first.fill(0);
      adam.second.fill(0);
      steps = 0;
    },
    dispose: () => session.release(),
  };
}
