import { type Adjoint, asValue, times, timesNumber } from './adjoint.ts';
import { gate, pad, spread, sumColumns, sumRows } from './adjoint-values.ts';
import type { Value } from './operation.ts';
import { affine, exp, matmul, multiply, sigmoid, slice, subtract } from './values.ts';

/**
 * The contributions of a value's adjoint to the adjoints of its operands, in their order.
 * @throws RangeError for an operation of the second group, which differentiation adds.
 */
export function pullBack(value: Value, adjoint: Adjoint): Adjoint[] {
  const { operation, operands } = value;
  const [a, b] = operands as [Value, Value];
  switch (operation.kind) {
    case 'input':
    case 'parameter':
      return [];
    case 'matmul': {
      const { transposeA, transposeB } = operation;
      const g = asValue(adjoint, value);
      return [
        transposeA ? matmul(b, g, { a: transposeB, b: true }) : matmul(g, b, { b: !transposeB }),
        transposeB ? matmul(g, a, { a: true, b: transposeA }) : matmul(a, g, { a: !transposeA }),
      ];
    }
    case 'add':
      return [adjoint, b.rows === a.rows ? adjoint : sumRows(asValue(adjoint, value))];
    case 'subtract':
      return [adjoint, timesNumber(adjoint, -1)];
    case 'multiply':
      return [times(adjoint, b), times(adjoint, a)];
    case 'affine':
      return [timesNumber(adjoint, operation.factor)];
    // The result of a rectifier has the sign of its operand, and the graph computes it anyway.
    case 'relu':
      return [gate(asValue(adjoint, value), value, 0)];
    case 'leakyRelu':
      return [gate(asValue(adjoint, value), value, operation.slope)];
    case 'exp':
      return [times(adjoint, value)];
    case 'sigmoid':
      return [times(adjoint, multiply(value, affine(value, -1, 1)))];
    case 'softplus':
      return [times(adjoint, sigmoid(a))];
    case 'logSoftmax': {
      const g = asValue(adjoint, value);
      return [subtract(g, multiply(exp(value), spread(sumColumns(g), value)))];
    }
    case 'concat': {
      const g = asValue(adjoint, value);
      let to = 0;
      return operands.map(({ columns }) => {
        to += columns;
        return slice(g, to - columns, to);
      });
    }
    case 'slice':
      return [pad(asValue(adjoint, value), operation.from, a.columns)];
    case 'sum':
      return [typeof adjoint === 'number' ? adjoint : spread(adjoint, a)];
    default:
      throw new RangeError(
        `the operation "${operation.kind}" belongs to gradients, which cannot be differentiated again`,
      );
  }
}
