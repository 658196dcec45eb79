/** Number of rows of a value. 'batch' stands for the number of rows that are fed. */
export type Rows = number | 'batch';

/** A matrix-valued node of a network's graph. A graph has no cycle, because a value is made from operands that exist already. */
export interface Value {
  readonly operation: Operation;
  readonly operands: readonly Value[];
  readonly rows: Rows;
  readonly columns: number;
}

/**
 * What a node computes from its operands. Networks are described with the operations of the first group. Reverse-mode differentiation adds
 * those of the second group. An engine that has its own differentiation needs only the first group.
 */
export type Operation =
  | { readonly kind: 'input'; readonly name: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'matmul'; readonly transposeA: boolean; readonly transposeB: boolean }
  /** a + b. If b is a single row, it is added to each row of a. */
  | { readonly kind: 'add' }
  | { readonly kind: 'subtract' }
  | { readonly kind: 'multiply' }
  /** factor · a + offset, elementwise. */
  | { readonly kind: 'affine'; readonly factor: number; readonly offset: number }
  | { readonly kind: 'relu' }
  | { readonly kind: 'leakyRelu'; readonly slope: number }
  | { readonly kind: 'exp' }
  | { readonly kind: 'sigmoid' }
  /** ln(1 + eˣ), without overflow for large x. */
  | { readonly kind: 'softplus' }
  /** x − ln Σ eˣ over the columns of each row. */
  | { readonly kind: 'logSoftmax' }
  /** Operands side by side. */
  | { readonly kind: 'concat' }
  /** Columns from … to − 1. */
  | { readonly kind: 'slice'; readonly from: number; readonly to: number }
  /** Sum of all entries: 1 × 1. */
  | { readonly kind: 'sum' }
  // The second group:
  /** Sum over the rows: 1 × columns. */
  | { readonly kind: 'sumRows' }
  /** Sum over the columns: rows × 1. */
  | { readonly kind: 'sumColumns' }
  /** First operand where the second is positive, slope · first elsewhere. */
  | { readonly kind: 'gate'; readonly slope: number }
  /** The first operand, of one column and one or all rows, repeated to the shape of the second. */
  | { readonly kind: 'spread' }
  /** The operand in the columns from `from` on, with zeros around it. */
  | { readonly kind: 'pad'; readonly from: number };
