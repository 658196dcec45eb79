import type { InferenceSession, Tensor } from 'onnxruntime-node';
import type { Feeds } from '../../engine.ts';
import type { Model, Weights } from '../../graph/model.ts';
import { encodeModel } from './messages.ts';
import type { OnnxProgram } from './programs.ts';
import { feedName, weightName } from './writer.ts';

/** The library, once it is loaded. */
export type OnnxRuntime = typeof import('onnxruntime-node');

/** Tensors by the names that a graph gives them. */
export type Tensors = Record<string, Tensor>;

/** Replicates fill the cores, so that each session has the thread that calls it. */
const SESSION_OPTIONS: InferenceSession.SessionOptions = {
  executionProviders: ['cpu'],
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
  graphOptimizationLevel: 'all',
};

/** Opens a program to be run, with options beside the usual ones. */
export async function openSession(
  runtime: OnnxRuntime,
  { graph }: OnnxProgram,
  options: InferenceSession.SessionOptions = {},
): Promise<InferenceSession> {
  return runtime.InferenceSession.create(await encodeModel(graph), { ...SESSION_OPTIONS, ...options });
}

/** The array as a tensor of that shape. No copy is made: the session reads and writes the array itself. */
export function tensor(runtime: OnnxRuntime, values: Float32Array, ...dimensions: readonly number[]): Tensor {
  return new runtime.Tensor('float32', values, dimensions);
}

/** The feeds of the named inputs. */
export function feedTensors(runtime: OnnxRuntime, names: readonly string[], feeds: Feeds, rows: number): Tensors {
  return Object.fromEntries(
    names.map((name) => [feedName(name), tensor(runtime, feeds[name]!, rows, feeds[name]!.length / rows)]),
  );
}

/** The parameters, as matrices that share the memory of the weights. */
export function parameterTensors(runtime: OnnxRuntime, model: Model, weights: Weights): Tensors {
  return Object.fromEntries(
    model.parameters.map(({ name, rows, columns, offset }) => [
      weightName(name),
      tensor(runtime, weights.subarray(offset, offset + rows * columns), rows, columns),
    ]),
  );
}

/**
 * Puts the feeds of the named inputs among the tensors that a session is given. A tensor is kept for as long as its array is fed again: to
 * make one costs as much as a small operator.
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

/** Those of the tensors that the session takes: a runtime refuses more. */
export function taken(session: InferenceSession, tensors: Tensors): Tensors {
  return Object.fromEntries(session.inputNames.map((name) => [name, tensors[name]!]));
}
