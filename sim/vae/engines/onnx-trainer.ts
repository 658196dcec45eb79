import type { Feeds, Trainer, Weights } from '../engine.ts';
import type { Model } from '../graph/model.ts';
import { requireWeights, rowsOf } from './feeds.ts';
import { ADAM_EPSILON, ADAM_RATE, ADAM_STATE, adamScalars } from './onnx-adam.ts';
import { trainingProgram } from './onnx-programs.ts';
import { feedTensors, type OnnxRuntime, openSession, parameterTensors, type Tensors, tensor } from './onnx-session.ts';

/** A copy of Adam's state: weights, first and second moments; and the tensors by which a step reads it or writes it. */
interface AdamCopy {
  readonly vectors: readonly [Weights, Float32Array, Float32Array];
  readonly read: Tensors;
  readonly written: Tensors;
}

/**
 * Trains by a session that is one step: it reads one copy of Adam's state and writes the other.
 * @throws RangeError when batch is no whole number ≥ 1; at each step when the feeds are not its inputs in `batch` rows.
 */
export async function onnxTrainer(runtime: OnnxRuntime, model: Model, batch: number): Promise<Trainer> {
  if (!Number.isSafeInteger(batch) || batch < 1) {
    throw new RangeError(`a batch of the model "${model.name}" must have a whole number ≥ 1 of rows, not ${batch}`);
  }
  const program = trainingProgram(model, batch);
  const session = await openSession(runtime, program);
  const loss = new Float32Array(1);
  const rate = new Float32Array(1);
  const epsilon = new Float32Array(1);
  const scalars = { [ADAM_RATE]: tensor(runtime, rate, 1), [ADAM_EPSILON]: tensor(runtime, epsilon, 1) };
  const results = { [program.results[0]!]: tensor(runtime, loss, 1, 1) };
  let present = adamCopy(runtime, model);
  let next = adamCopy(runtime, model);
  let steps = 0;
  return {
    async step(feeds: Feeds, learningRate: number): Promise<number> {
      rowsOf(model, feeds, program.inputs, batch);
      const corrected = adamScalars(learningRate, steps + 1);
      rate[0] = corrected.rate;
      epsilon[0] = corrected.epsilon;
      const fed = feedTensors(runtime, program.inputs, feeds, batch);
      await session.run({ ...fed, ...scalars, ...present.read }, { ...results, ...next.written });
      [present, next] = [next, present];
      steps += 1;
      return loss[0]!;
    },
    weights: (): Weights => present.vectors[0].slice(),
    restart(weights: Weights): void {
      requireWeights(model, weights);
      const [values, first, second] = present.vectors;
      values.set(weights);
      first.fill(0);
      second.fill(0);
      steps = 0;
    },
    dispose: () => session.release(),
  };
}

function adamCopy(runtime: OnnxRuntime, model: Model): AdamCopy {
  const vector = () => new Float32Array(model.size);
  const vectors = [vector(), vector(), vector()] as const;
  const named = (when: 'before' | 'after') =>
    ADAM_STATE.map((state, i) => [state[when], tensor(runtime, vectors[i]!, model.size)]);
  // The weights are read twice: as matrices by the network, and as one vector by Adam.
  const read = { ...Object.fromEntries(named('before')), ...parameterTensors(runtime, model, vectors[0]) };
  return { vectors, read, written: Object.fromEntries(named('after')) };
}
