import type { Value } from './operation.ts';

/** How the initial entries of a parameter are chosen. */
export type Initializer = 'glorotUniform' | 'zero';

/** A trainable matrix of a model, and its place in the vector of weights. */
export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Index of its first entry in the vector of weights. */
  readonly offset: number;
  readonly initializer: Initializer;
}

/** All trainable parameters of a model in one vector, in the order of `Model.parameters`, each row by row. */
export type Weights = Float32Array;

/** A network as plain data, which every engine can run. */
export interface Model {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Length of the vector of weights. */
  readonly size: number;
  /** Columns of each input by name. */
  readonly inputs: Readonly<Record<string, number>>;
  /** The value that training minimizes: 1 × 1. */
  readonly loss: Value;
  /** Values that can be evaluated, by name. An evaluation needs only the inputs that its value depends on. */
  readonly outputs: Readonly<Record<string, Value>>;
}
