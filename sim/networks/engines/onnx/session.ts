import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Feeds } from '../../engine.ts';
import type { Model, Weights } from '../../graph/model.ts';
import { encodeModel } from './messages.ts';
import type { OnnxProgram } from './programs.ts';
import { feedName, weightName } from './writer.ts';

/** The loaded library. */
export type OnnxRuntime = typeof import('onnxruntime-node');

/** Tensors by their names in a graph. */
export type Tensors = Record<string, Tensor>;

/** Sessions use only the thread that calls them: replicates run in parallel, and they already use all cores. */
const SESSION_OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
};

/** Opens a session for a program. `options` are added to the usual ones. */
export async function openSession(
  runtime: OnnxRuntime,
  { graph }: OnnxProgram,
  options: InferenceSession.SessionOptions = {},
): Promise<InferenceSession> {
  return runtime.InferenceSession.create(await encodeModel(graph), { ...SESSION_OPTIONS, ...options });
}

/** The array as a tensor of this shape. No copy is made: the session reads and writes the array itself. */
export function tensor(runtime: OnnxRuntime, values: Float32Array, ...dimensions: readonly number[]): Tensor {
  return new runtime.Tensor('float32', values, dimensions);
}

/** The feeds of the named inputs as tensors. */
export function feedTensors(runtime: OnnxRuntime, names: readonly string[], feeds: Feeds, rows: number): Tensors {
  return Object.fromEntries(
    names.map((name) => [feedName(name), tensor(runtime, feeds[name]!, rows, feeds[name]!.length / rows)]),
  );
}

/** The parameters as matrices that share the memory of the weights. */
export function parameterTensors(runtime: OnnxRuntime, model: Model, weights: Weights): Tensors {
  return Object.fromEntries(
    model.parameters.map(({ name, rows, columns, offset }) => [
      weightName(name),
      tensor(runtime, weights.subarray(offset, offset + rows * columns), rows, columns),
    ]),
  );
}

/**
 * Returns a function that writes the feeds of the named inputs into `fed`, the tensors that a session receives. It makes a new tensor only when
 * the array is a new one, because making a tensor takes as long as a small operator.
 */
export function feeder(
  runtime: OnnxRuntime,
  names: readonly string[],
  fed: Tensors,
): (feeds: Feeds, rows: number) => void {
  const last = new Map<string, Float32Array>();
  return (feeds, rows) => {
    for (const name of names) {
      const values = feeds[name]!;
      if (last.get(name) === values) continue;
      last.set(name, values);
      fed[feedName(name)] = tensor(runtime, values, rows, values.length / rows);
    }
  };
}

/** The tensors that are inputs of the session. The runtime refuses any others. */
export function inputsOnly(session: InferenceSession, tensors: Tensors): Tensors {
  return Object.fromEntries(session.inputNames.map((name) => [name, tensors[name]!]));
}
