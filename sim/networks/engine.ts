import type { Model, Weights } from './graph/model.ts';

/** A batch for each input of a model, by name: one row an example, row by row. All batches have the same number of rows. */
export type Feeds = Readonly<Record<string, Float32Array>>;

/** Trains a model by Adam (β₁ = 0.9, β₂ = 0.999, ε = 1e-8, with bias correction) on batches of one size. */
export interface Trainer {
  /** Takes one step. The feeds may be overwritten as soon as the promise settles. */
  step(feeds: Feeds, learningRate: number): Promise<void>;
  /** A copy of the present weights. */
  weights(): Weights;
  /** Sets the weights, and sets Adam's moments and its number of steps to zero. */
  restart(weights: Weights): void;
  dispose(): Promise<void>;
}

/** Computes one output of a model: rows × columns, row by row. The next call may overwrite the array. */
export interface Evaluator {
  evaluate(weights: Weights, feeds: Feeds): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** Runs networks. All engines compute the same numbers from the same model, weights and feeds, up to rounding. */
export interface Engine {
  readonly name: 'onnx' | 'tfjs';
  /** Name and version of the library and its backend, and the number of threads, for a report. */
  readonly description: string;
  trainer(model: Model, batch: number): Promise<Trainer>;
  /** An evaluator of the output `model.outputs[output]`. Each call may feed another number of rows. */
  evaluator(model: Model, output: string): Promise<Evaluator>;
  /** The loss of a model and its gradient by the weights, in the order of the weights. For tests of engines. */
  gradient(model: Model, weights: Weights, feeds: Feeds): Promise<{ loss: number; gradient: Float32Array }>;
}
