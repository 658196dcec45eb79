import type { Operation, Value } from '../operation.ts';
import { inOrder } from '../visit.ts';

/** A matrix of doubles, row by row. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly entries: Float64Array;
}

/** Entries of inputs or parameters by name, row by row. */
export type Numbers = Readonly<Record<string, ArrayLike<number>>>;

/** Computes values, and all values that they depend on, in double precision. Each operation follows its definition. */
export function interpret(values: readonly Value[], inputs: Numbers, parameters: Numbers): Map<Value, Matrix> {
  const found = new Map<Value, Matrix>();
  for (const value of inOrder(...values)) {
    const { operation, columns } = value;
    if (operation.kind === 'input' || operation.kind === 'parameter') {
      const numbers = (operation.kind === 'input' ? inputs : parameters)[operation.name]!;
      found.set(value, { rows: numbers.length / columns, columns, entries: Float64Array.from(numbers) });
    } else {
      const operands = value.operands.map((operand) => found.get(operand)!);
      found.set(value, compute(operation, operands, columns));
    }
  }
  return found;
}

/** The single entry of a 1 × 1 value. */
export function interpretScalar(value: Value, inputs: Numbers, parameters: Numbers): number {
  return interpret([value], inputs, parameters).get(value)!.entries[0]!;
}

const at = ({ columns, entries }: Matrix, row: number, column: number): number => entries[row * columns + column]!;

function tabulate(rows: number, columns: number, entry: (row: number, column: number) => number): Matrix {
  const entries = Float64Array.from({ length: rows * columns }, (_, i) => entry(Math.floor(i / columns), i % columns));
  return { rows, columns, entries };
}

const transposed = (a: Matrix): Matrix => tabulate(a.columns, a.rows, (row, column) => at(a, column, row));

function total(count: number, term: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += term(i);
  return sum;
}

function compute(operation: Operation, operands: readonly Matrix[], columns: number): Matrix {
  const [a, b] = operands as [Matrix, Matrix];
  const each = (entry: (x: number, row: number, column: number) => number) =>
    tabulate(a.rows, a.columns, (row, column) => entry(at(a, row, column), row, column));
  switch (operation.kind) {
    case 'matmul': {
      const left = operation.transposeA ? transposed(a) : a;
      const right = operation.transposeB ? transposed(b) : b;
      const entry = (row: number, column: number) =>
        total(left.columns, (i) => at(left, row, i) * at(right, i, column));
      return tabulate(left.rows, right.columns, entry);
    }
    case 'add':
      return each((x, row, column) => x + at(b, b.rows === 1 ? 0 : row, column));
    case 'subtract':
      return each((x, row, column) => x - at(b, row, column));
    case 'multiply':
      return each((x, row, column) => x * at(b, row, column));
    case 'affine':
      return each((x) => operation.factor * x + operation.offset);
    case 'relu':
      return each((x) => (x > 0 ? x : 0));
    case 'leakyRelu':
      return each((x) => (x > 0 ? x : operation.slope * x));
    case 'exp':
      return each(Math.exp);
    case 'sigmoid':
      return each((x) => 1 / (1 + Math.exp(-x)));
    case 'softplus':
      return each((x) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))));
    case 'logSoftmax':
      return each((x, row) => -Math.log(total(columns, (i) => Math.exp(at(a, row, i) - x))));
    case 'concat': {
      const places = operands.flatMap((part) =>
        Array.from({ length: part.columns }, (_, column) => ({ part, column })),
      );
      return tabulate(a.rows, columns, (row, column) => at(places[column]!.part, row, places[column]!.column));
    }
    case 'slice':
      return tabulate(a.rows, columns, (row, column) => at(a, row, operation.from + column));
    case 'sum':
      return tabulate(1, 1, () => total(a.entries.length, (i) => a.entries[i]!));
    case 'sumRows':
      return tabulate(1, columns, (_, column) => total(a.rows, (row) => at(a, row, column)));
    case 'sumColumns':
      return tabulate(a.rows, 1, (row) => total(a.columns, (column) => at(a, row, column)));
    case 'gate':
      return each((x, row, column) => (at(b, row, column) > 0 ? x : operation.slope * x));
    case 'spread':
      return tabulate(b.rows, b.columns, (row) => at(a, a.rows === 1 ? 0 : row, 0));
    case 'pad':
      return tabulate(a.rows, columns, (row, column) => {
        const inside = column >= operation.from && column < operation.from + a.columns;
        return inside ? at(a, row, column - operation.from) : 0;
      });
    default:
      throw new TypeError(`the operation "${operation.kind}" is not computed`);
  }
}
