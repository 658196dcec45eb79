import { add, defineModel, input, matmul, parameter, sum } from '../../sim/networks/graph/build.ts';
import { gradients } from '../../sim/networks/graph/differentiate.ts';
import type { Model } from '../../sim/networks/graph/model.ts';
import type { Operation, Value } from '../../sim/networks/graph/operation.ts';
import { inOrder } from '../../sim/networks/graph/visit.ts';

/** What a training step computes: loss and gradient. */
export function stepOf(model: Model): readonly Value[] {
  return [model.loss, ...gradients(model.loss, model.parameters)];
}

interface Product {
  readonly operation: Extract<Operation, { kind: 'matmul' }>;
  readonly operands: readonly [Value, Value];
  readonly result: Value;
}

/** The matrix products among what the values are computed from. */
function productsIn(values: readonly Value[]): Product[] {
  return inOrder(...values).flatMap((result) => {
    const { operation, operands } = result;
    return operation.kind === 'matmul' ? [{ operation, operands: operands as [Value, Value], result }] : [];
  });
}

/** Floating-point operations of the matrix products that the values are computed from, two for each term. */
export function operationsOf(values: readonly Value[], batch: number): number {
  const count = (length: number | 'batch') => (length === 'batch' ? batch : length);
  return productsIn(values).reduce((total, { operation, operands: [a], result }) => {
    const inner = count(operation.transposeA ? a.rows : a.columns);
    return total + 2 * count(result.rows) * inner * result.columns;
  }, 0);
}

/**
 * A model whose output `products` takes those matrix products by themselves, of operands fed as they are: what no engine can do without.
 * Their entries are summed up to come to one number.
 */
export function productsOf(name: string, values: readonly Value[]): Model {
  const sums = productsIn(values).map(({ operation, operands }, place) => {
    const [a, b] = operands.map((operand, side) => standIn(operand, `${place}.${side}`)) as [Value, Value];
    return sum(matmul(a, b, { a: operation.transposeA, b: operation.transposeB }));
  });
  const total = sums.reduce((a, b) => add(a, b));
  return defineModel(`products of ${name}`, { loss: total, outputs: { products: total } });
}

function standIn({ rows, columns }: Value, name: string): Value {
  return rows === 'batch' ? input(name, columns) : parameter(name, rows, columns, 'glorotUniform');
}
