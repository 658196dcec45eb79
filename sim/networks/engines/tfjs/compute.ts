import type { Tensor } from '@tensorflow/tfjs-core';
import type { Value } from '../../graph/operation.ts';
import { inOrder } from '../../graph/visit.ts';
import type { TensorFlow } from './backend.ts';

/** Tensors by the names of inputs or parameters: rows × columns. */
export type Tensors = ReadonlyMap<string, Tensor>;

/** Computes a value from its inputs and parameters: rows × columns. Call it within tf.tidy. @throws RangeError when a tensor is missing. */
export function compute(tf: TensorFlow, value: Value, inputs: Tensors, parameters: Tensors): Tensor {
  const computed = new Map<Value, Tensor>();
  for (const node of inOrder(value)) {
    const operands = node.operands.map((operand) => computed.get(operand)!);
    computed.set(node, apply(tf, node, operands, inputs, parameters));
  }
  return computed.get(value)!;
}

function apply(tf: TensorFlow, node: Value, operands: Tensor[], inputs: Tensors, parameters: Tensors): Tensor {
  const { operation, columns } = node;
  // Most operations have one operand or two. The others do not use a and b.
  const [a, b] = operands as [Tensor, Tensor];
  switch (operation.kind) {
    case 'input':
      return named('input', operation.name, inputs);
    case 'parameter':
      return named('parameter', operation.name, parameters);
    case 'matmul':
      // Explicit transposes: transposeInGradients in wasm.ts says why.
      return tf.matMul(operation.transposeA ? tf.transpose(a) : a, operation.transposeB ? tf.transpose(b) : b);
    case 'add':
      return tf.add(a, b);
    case 'subtract':
      return tf.sub(a, b);
    case 'multiply':
      return tf.mul(a, b);
    case 'affine': {
      const scaled = tf.mul(a, operation.factor);
      return operation.offset === 0 ? scaled : tf.add(scaled, operation.offset);
    }
    case 'relu':
      return tf.relu(a);
    case 'leakyRelu':
      return tf.leakyRelu(a, operation.slope);
    case 'exp':
      return tf.exp(a);
    case 'sigmoid':
      return tf.sigmoid(a);
    case 'softplus':
      return tf.softplus(a);
    case 'logSoftmax':
      return tf.logSoftmax(a);
    case 'concat':
      return tf.concat(operands, 1);
    case 'slice':
      return tf.slice(a, [0, operation.from], [-1, operation.to - operation.from]);
    case 'sum':
      // First over the columns: a kernel adds its terms one after the other, so that fewer terms mean a smaller rounding error.
      return tf.sum(tf.sum(a, 1, true), 0, true);
    case 'sumRows':
      return tf.sum(a, 0, true);
    case 'sumColumns':
      return tf.sum(a, 1, true);
    case 'gate':
      return tf.where(tf.greater(b, 0), a, tf.mul(a, operation.slope));
    case 'spread':
      return tf.mul(a, tf.onesLike(b));
    case 'pad':
      return tf.pad(a, [
        [0, 0],
        [operation.from, columns - operation.from - (a.shape[1] ?? 0)],
      ]);
  }
}

function named(what: string, name: string, tensors: Tensors): Tensor {
  const tensor = tensors.get(name);
  if (tensor === undefined)
    throw new RangeError(`the ${what} "${name}" is missing: given are ${[...tensors.keys()].join(', ')}`);
  return tensor;
}
