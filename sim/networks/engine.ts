import type { Model } from './graph/model.ts';

/** Values by the name of the model's input: row-major batches. Rows = length / columns, the same for all. */
export type Feeds = Readonly<Record<string, Float32Array>>;

/** All trainable parameters of a model in one vector, in the order of `model.parameters`, row-major. */
export type Weights = Float32Array;

/** Trains a model by Adam (β₁ .9, β₂ .999, ε 1e-8, bias-corrected) on batches of one size. */
export interface Trainer {
  /** One step. The feeds may be reused after the promise settles. */
  step(feeds: Feeds, learningRate: number): Promise<void>;
  /** Copy of the present weights. */
  weights(): Weights;
  /** Starts anew from these weights with Adam's moments and step count at zero. */
  restart(weights: Weights): void;
  dispose(): Promise<void>;
}

/** Computes one output of a model: rows × columns, row-major. The array may be overwritten by the next call. */
export interface Evaluator {
  evaluate(weights: Weights, feeds: Feeds): Promise<Float32Array>;
  dispose(): Promise<void>;
}

/** What runs networks. Engines are interchangeable: the same model, weights and feeds give the same numbers up to rounding. */
export interface Engine {
  readonly name: 'onnx' | 'tfjs';
  /** Name and version of the library and its backend, and the number of threads, as evidence states it. */
  readonly description: string;
  trainer(model: Model, batch: number): Promise<Trainer>;
  /** `output` is a name of `model.outputs`. Any number of rows may be fed, a different one at each call. */
  evaluator(model: Model, output: string): Promise<Evaluator>;
  /** Gradient of the model's loss by its weights, as one vector like the weights; and the loss. For tests of engines. */
  gradient(model: Model, weights: Weights, feeds: Feeds): Promise<{ loss: number; gradient: Float32Array }>;
}
