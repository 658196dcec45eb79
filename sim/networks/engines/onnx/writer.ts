import type { Value } from '../../graph/operation.ts';
import type { OnnxGraph } from './onnx-graph.ts';

/** Writes values, and all values that they depend on, into an ONNX graph. Each value is written once. */
export class OnnxWriter {
  readonly #graph: OnnxGraph;
  readonly #names = new Map<Value, string>();

  /** @param graph must have a tensor for each input and parameter, with the names feedName and weightName. */
  constructor(graph: OnnxGraph) {
    this.#graph = graph;
  }

  /** Writes the value, and returns the name of its tensor. */
  write(value: Value): string {
    let name = this.#names.get(value);
    if (name === undefined) {
      name = this.#operator(value);
      this.#names.set(value, name);
    }
    return name;
  }

  #operator(value: Value): string {
    const { operation, operands } = value;
    const graph = this.#graph;
    switch (operation.kind) {
      case 'input':
        return feedName(operation.name);
      case 'parameter':
        return weightName(operation.name);
      case 'matmul':
        return this.#product(value);
      case 'add':
        return this.#sum(value);
      case 'subtract':
        return graph.node('Sub', this.#all(operands));
      case 'multiply':
        return graph.node('Mul', this.#all(operands));
      case 'affine': {
        const x = this.write(operands[0]!);
        const scaled = operation.factor === 1 ? x : graph.node('Mul', [x, graph.number(operation.factor)]);
        return operation.offset === 0 ? scaled : graph.node('Add', [scaled, graph.number(operation.offset)]);
      }
      case 'relu':
        return graph.node('Relu', this.#all(operands));
      case 'leakyRelu':
        return graph.node('LeakyRelu', this.#all(operands), { alpha: { float: operation.slope } });
      case 'exp':
        return graph.node('Exp', this.#all(operands));
      case 'sigmoid':
        return graph.node('Sigmoid', this.#all(operands));
      case 'softplus': {
        // max(x, 0) − ln σ(|x|): its five operators are vectorized. The runtime's own Softplus is not, and takes longer.
        const x = this.write(operands[0]!);
        const likelier = graph.node('Sigmoid', [graph.node('Abs', [x])]);
        return graph.node('Sub', [graph.node('Relu', [x]), graph.node('Log', [likelier])]);
      }
      case 'logSoftmax':
        return graph.node('LogSoftmax', this.#all(operands), { axis: 1 });
      case 'concat':
        return graph.node('Concat', this.#all(operands), { axis: 1 });
      case 'slice': {
        const { from, to } = operation;
        const x = this.write(operands[0]!);
        return graph.node('Slice', [x, graph.integers(from), graph.integers(to), graph.integers(1)]);
      }
      case 'sum':
        return graph.node('ReduceSum', this.#all(operands));
      case 'sumRows':
        return graph.node('ReduceSum', [this.write(operands[0]!), graph.integers(0)]);
      case 'sumColumns':
        return graph.node('ReduceSum', [this.write(operands[0]!), graph.integers(1)]);
      case 'gate': {
        const [x, sign] = this.#all(operands) as [string, string];
        const positive = graph.node('Greater', [sign, graph.number(0)]);
        const otherwise =
          operation.slope === 0 ? graph.number(0) : graph.node('Mul', [x, graph.number(operation.slope)]);
        return graph.node('Where', [positive, x, otherwise]);
      }
      case 'spread': {
        const [x, like] = this.#all(operands) as [string, string];
        return graph.node('Expand', [x, graph.node('Shape', [like])]);
      }
      case 'pad': {
        const after = value.columns - operation.from - operands[0]!.columns;
        return graph.node('Pad', [this.write(operands[0]!), graph.integers(0, operation.from, 0, after)]);
      }
    }
  }

  /** A matrix product as a Gemm, which includes transposes and can add a row. */
  #product(value: Value, row: readonly string[] = []): string {
    const { operation, operands } = value;
    if (operation.kind !== 'matmul') throw new TypeError(`the operation "${operation.kind}" is not a product`);
    const transA = Number(operation.transposeA);
    const transB = Number(operation.transposeB);
    return this.#graph.node('Gemm', [...this.#all(operands), ...row], { transA, transB });
  }

  #sum({ operands }: Value): string {
    const [a, b] = operands as [Value, Value];
    if (a.operation.kind === 'matmul' && b.rows === 1) return this.#product(a, [this.write(b)]);
    return this.#graph.node('Add', this.#all(operands));
  }

  #all(operands: readonly Value[]): string[] {
    return operands.map((operand) => this.write(operand));
  }
}

/** The name of the tensor of an input. */
export const feedName = (input: string): string => `feed.${input}`;

/** The name of the tensor of a parameter. */
export const weightName = (parameter: string): string => `weight.${parameter}`;
