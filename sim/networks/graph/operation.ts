/** Rows of a value: a fixed number, or 'batch', the number of rows fed. */
export type Rows = number | 'batch';

/** A matrix-valued node of a network's graph. Its operands come before it: a graph is built bottom-up and has no cycle. */
export interface Value {
  readonly operation: Operation;
  readonly operands: readonly Value[];
  readonly rows: Rows;
  readonly columns: number;
}

/**
 * What a node computes from its operands. The first group is what networks are described with, the second what reverse-mode
 * differentiation adds to it; an engine with a differentiation of its own needs the first alone.
 */
export type Operation =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'matmul'; readonly transposeA: boolean; readonly transposeB: boolean }
  /** a + b, where b may be a single row added to each row of a. */
  | { readonly kind: 'add' }
  | { readonly kind: 'subtract' }
  | { readonly kind: 'multiply' }
  /** factor · a + offset, elementwise. */
  | { readonly kind: 'affine'; readonly factor: number; readonly offset: number }
  | { readonly kind: 'relu' }
  | { readonly kind: 'leakyRelu'; readonly slope: number }
  | { readonly kind: 'exp' }
  | { readonly kind: 'sigmoid' }
  /** ln(1 + eˣ), without overflow. */
  | { readonly kind: 'softplus' }
  /** x − ln Σ eˣ over the columns of each row. */
  | { readonly kind: 'logSoftmax' }
  /** Operands side by side. */
  | { readonly kind: 'concat' }
  /** Columns from … to − 1. */
  | { readonly kind: 'slice'; readonly from: number; readonly to: number }
  /** Sum of all entries: 1 × 1. */
  | { readonly kind: 'sum' }
  // added by differentiation
  /** Sum over the rows: 1 × columns. */
  | { readonly kind: 'sumRows' }
  /** Sum over the columns: rows × 1. */
  | { readonly kind: 'sumColumns' }
  /** First operand where the second is positive, slope · first elsewhere. */
  | { readonly kind: 'gate'; readonly slope: number }
  /** A 1 × 1 or rows × 1 operand repeated to the shape of the second. */
  | { readonly kind: 'spread' }
  /** The operand in columns from …, zeros around it, `columns` wide in all. */
  | { readonly kind: 'pad'; readonly from: number };
