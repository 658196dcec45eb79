import type { Initializer } from './model.ts';
import type { Operation, Value } from './operation.ts';
import { requireCount, requireSameShape, shapeOf } from './shape.ts';

/** A value that is trained. */
export interface ParameterValue extends Value {
  readonly operation: { readonly kind: 'parameter'; readonly name: string };
  readonly rows: number;
  readonly initializer: Initializer;
}

/** A batch that is fed, one row an example. Inputs of one name are the same input. @throws RangeError when columns is not a whole number ≥ 1. */
export function input(name: string, columns: number): Value {
  requireCount(`the columns of the input "${name}"`, columns);
  return { operation: { kind: 'input', name }, operands: [], rows: 'batch', columns };
}

/** A trainable matrix. Parameters of one name are the same parameter. @throws RangeError when rows or columns is not a whole number ≥ 1. */
export function parameter(name: string, rows: number, columns: number, initializer: Initializer): ParameterValue {
  requireCount(`the rows of the parameter "${name}"`, rows);
  requireCount(`the columns of the parameter "${name}"`, columns);
  return { operation: { kind: 'parameter', name }, operands: [], rows, columns, initializer };
}

/** The product of two matrices or of their transposes. @throws RangeError when the inner sizes differ or the result has 'batch' columns. */
export function matmul(a: Value, b: Value, transpose: { a?: boolean; b?: boolean } = {}): Value {
  const { a: transposeA = false, b: transposeB = false } = transpose;
  const [rows, inner] = transposeA ? [a.columns, a.rows] : [a.rows, a.columns];
  const [height, columns] = transposeB ? [b.columns, b.rows] : [b.rows, b.columns];
  const marks = [transposeA ? 'ᵀ' : '', transposeB ? 'ᵀ' : ''];
  if (inner !== height || columns === 'batch') {
    throw new RangeError(`no product of (${shapeOf(a)})${marks[0]} and (${shapeOf(b)})${marks[1]}`);
  }
  return { operation: { kind: 'matmul', transposeA, transposeB }, operands: [a, b], rows, columns };
}

/**
 * A linear layer: x·W + b of `columns` columns, with the parameters "name.weight" (Glorot-uniform) and "name.bias" (zero). Layers of one name
 * share their parameters.
 */
export function linear(x: Value, name: string, columns: number): Value {
  const weight = parameter(`${name}.weight`, x.columns, columns, 'glorotUniform');
  return add(matmul(x, weight), parameter(`${name}.bias`, 1, columns, 'zero'));
}

/** a + b. If b is a single row, it is added to each row of a. @throws RangeError on other shapes. */
export function add(a: Value, b: Value): Value {
  if (b.rows !== 1 || a.columns !== b.columns) requireSameShape('add', a, b);
  return elementwise({ kind: 'add' }, a, b);
}

/** a − b. @throws RangeError when their shapes differ. */
export function subtract(a: Value, b: Value): Value {
  requireSameShape('subtract', a, b);
  return elementwise({ kind: 'subtract' }, a, b);
}

/** a ∘ b, entry by entry. @throws RangeError when their shapes differ. */
export function multiply(a: Value, b: Value): Value {
  requireSameShape('multiply', a, b);
  return elementwise({ kind: 'multiply' }, a, b);
}

/** factor · x + offset. */
export const affine = (x: Value, factor: number, offset = 0): Value =>
  elementwise({ kind: 'affine', factor, offset }, x);

/** max(x, 0). */
export const relu = (x: Value): Value => elementwise({ kind: 'relu' }, x);

/** x where x is positive, slope · x elsewhere. @throws RangeError unless 0 ≤ slope < 1. */
export function leakyRelu(x: Value, slope: number): Value {
  if (!(slope >= 0 && slope < 1)) throw new RangeError(`the slope of a leaky ReLU must be in [0, 1), not ${slope}`);
  return elementwise({ kind: 'leakyRelu', slope }, x);
}

/** eˣ. */
export const exp = (x: Value): Value => elementwise({ kind: 'exp' }, x);

/** 1 / (1 + e⁻ˣ). */
export const sigmoid = (x: Value): Value => elementwise({ kind: 'sigmoid' }, x);

/** ln(1 + eˣ). */
export const softplus = (x: Value): Value => elementwise({ kind: 'softplus' }, x);

/** x − ln Σ eˣ over the columns of each row. */
export const logSoftmax = (x: Value): Value => elementwise({ kind: 'logSoftmax' }, x);

/** Values side by side. @throws RangeError when no value is given or their numbers of rows differ. */
export function concat(...parts: readonly Value[]): Value {
  const [first] = parts;
  if (first === undefined) throw new RangeError('concat needs at least one value');
  const unequal = parts.find((part) => part.rows !== first.rows);
  if (unequal !== undefined) {
    throw new RangeError(
      `concat needs values with the same number of rows, not ${shapeOf(first)} and ${shapeOf(unequal)}`,
    );
  }
  const columns = parts.reduce((total, part) => total + part.columns, 0);
  return { operation: { kind: 'concat' }, operands: parts, rows: first.rows, columns };
}

/** The columns from `from` to `to` − 1. @throws RangeError when these are no columns of x. */
export function slice(x: Value, from: number, to: number): Value {
  const whole = Number.isSafeInteger(from) && Number.isSafeInteger(to);
  if (!whole || from < 0 || to <= from || to > x.columns) {
    throw new RangeError(`no columns ${from} … ${to} − 1 in a value of ${x.columns} columns`);
  }
  return { operation: { kind: 'slice', from, to }, operands: [x], rows: x.rows, columns: to - from };
}

/** Cuts x into parts of the given numbers of columns, from the left. @throws RangeError when the numbers do not add up to those of x. */
export function split(x: Value, ...columns: readonly number[]): Value[] {
  const total = columns.reduce((sum, part) => sum + part, 0);
  if (total !== x.columns)
    throw new RangeError(`parts of ${columns.join(' + ')} columns do not add up to ${x.columns}`);
  let to = 0;
  return columns.map((part) => {
    to += part;
    return slice(x, to - part, to);
  });
}

/** Sum of all entries: 1 × 1. */
export const sum = (x: Value): Value => ({ operation: { kind: 'sum' }, operands: [x], rows: 1, columns: 1 });

/** A value with the shape of its first operand. */
function elementwise(operation: Operation, ...operands: readonly [Value, ...Value[]]): Value {
  return { operation, operands, rows: operands[0].rows, columns: operands[0].columns };
}
