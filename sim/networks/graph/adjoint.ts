import type { Value } from './operation.ts';
import { add, affine, multiply, subtract } from './values.ts';

/**
 * Derivative of the loss by each entry of a value. It is a number when it is the same for all entries, as for the operand of a sum. Numbers
 * keep constants out of the graph: the adjoint of the logits of bceWithLogits is then sigmoid(logits) − targets.
 */
export type Adjoint = Value | number;

/** The adjoint times a value of its shape, entry by entry. */
export function times(adjoint: Adjoint, factor: Value): Value {
  return typeof adjoint === 'number' ? scale(factor, adjoint) : multiply(adjoint, factor);
}

/** The adjoint times a number. */
export function timesNumber(adjoint: Adjoint, factor: number): Adjoint {
  return typeof adjoint === 'number' ? adjoint * factor : scale(adjoint, factor);
}

/** The sum of two adjoints of one value. */
export function plus(a: Adjoint, b: Adjoint): Adjoint {
  if (typeof a === 'number') return typeof b === 'number' ? a + b : affine(b, 1, a);
  if (typeof b === 'number') return affine(a, 1, b);
  const [minusA, minusB] = [negated(a), negated(b)];
  if (minusB !== undefined) return subtract(a, minusB);
  return minusA === undefined ? add(a, b) : subtract(b, minusA);
}

/** The adjoint of `like` as a value of the same shape. */
export function asValue(adjoint: Adjoint, like: Value): Value {
  return typeof adjoint === 'number' ? affine(like, 0, adjoint) : adjoint;
}

function scale(value: Value, factor: number): Value {
  return factor === 1 ? value : affine(value, factor);
}

/** x, if the value is −x. */
function negated({ operation, operands }: Value): Value | undefined {
  return operation.kind === 'affine' && operation.factor === -1 && operation.offset === 0 ? operands[0] : undefined;
}
