import type { Value } from './operation.ts';

/** How a parameter starts. */
export type Start = 'glorotUniform' | 'zero';

/** A trainable matrix of a model, and where it lies in the vector of weights. */
export interface Parameter {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  /** Index of its first entry in the vector of weights. */
  readonly offset: number;
  readonly start: Start;
}

/** A network as plain data: described once, run by any engine. */
export interface Model {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Length of the vector of weights. */
  readonly size: number;
  /** Columns of each input by name. */
  readonly inputs: Readonly<Record<string, number>>;
  /** What training minimizes: 1 × 1. */
  readonly loss: Value;
  /** Values that can be evaluated, by name. Evaluating one needs only the inputs that it depends on. */
  readonly outputs: Readonly<Record<string, Value>>;
}
