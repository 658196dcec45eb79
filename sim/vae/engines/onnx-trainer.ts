import type { Feeds, Trainer, Weights } from '../engine.ts';
import type { Model } from '../graph/model.ts';
import { requireWeights, rowsOf } from './feeds.ts';
import { adamOf } from './onnx-adam.ts';
import { gradientProgram } from './onnx-programs.ts';
import { feedTensors, type OnnxRuntime, openSession, parameterTensors, taken, tensor } from './onnx-session.ts';

/**
 * Trains by a session that computes loss and gradient: it reads the weights and writes the gradient where Adam has them.
 * @throws RangeError when batch is no whole number ≥ 1; at each step when the feeds are not its inputs in `batch` rows.
 */
export async function onnxTrainer(runtime: OnnxRuntime, model: Model, batch: number): Promise<Trainer> {
  if (!Number.isSafeInteger(batch) || batch < 1) {
    throw new RangeError(`a batch of the model "${model.name}" must have a whole number ≥ 1 of rows, not ${batch}`);
  }
  const program = gradientProgram(model, batch);
  const session = await openSession(runtime, program);
  const adam = await adamOf(model.size);
  const parameters = parameterTensors(runtime, model, adam.weights);
  const loss = new Float32Array(1);
  const [lossName, ...gradientNames] = program.results as [string, ...string[]];
  const gradients = Object.values(parameterTensors(runtime, model, adam.gradient));
  const results = Object.fromEntries(gradientNames.map((name, i) => [name, gradients[i]!]));
  results[lossName] = tensor(runtime, loss, 1, 1);
  let steps = 0;
  return {
    async step(feeds: Feeds, learningRate: number): Promise<number> {
      rowsOf(model, feeds, program.inputs, batch);
      const fed = feedTensors(runtime, program.inputs, feeds, batch);
      await session.run(taken(session, { ...fed, ...parameters }), results);
      steps += 1;
      adam.step(learningRate, steps);
      return loss[0]!;
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
