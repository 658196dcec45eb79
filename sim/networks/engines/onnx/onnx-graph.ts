import {
  ATTRIBUTE_TYPE,
  type AttributeMessage,
  DATA_TYPE,
  type GraphMessage,
  type NodeMessage,
  type TensorMessage,
  type ValueInfoMessage,
} from './messages.ts';

/** A shape. 'batch' stands for any number of rows, the same one everywhere in a graph. */
export type Dimensions = readonly (number | 'batch')[];

/** Options of an operator. ONNX distinguishes integers from floats, so a float is marked. */
export type Attributes = Readonly<Record<string, number | { readonly float: number }>>;

/** An ONNX graph that is written node by node. Tensors are identified by their names. */
export class OnnxGraph {
  readonly #nodes: NodeMessage[] = [];
  readonly #constants = new Map<string, TensorMessage>();
  readonly #inputs: ValueInfoMessage[] = [];
  readonly #outputs: ValueInfoMessage[] = [];

  /** Declares a float tensor that is fed, and returns its name. */
  input(name: string, dimensions: Dimensions): string {
    this.#inputs.push(valueInfo(name, dimensions));
    return name;
  }

  /** Declares a tensor of the graph as an output, and returns its name. */
  output(name: string, dimensions: Dimensions): string {
    this.#outputs.push(valueInfo(name, dimensions));
    return name;
  }

  /** Applies an operator, and returns the name of its result. */
  node(opType: string, input: readonly string[], attributes: Attributes = {}): string {
    const output = `${opType}_${this.#nodes.length}`;
    this.#nodes.push({ opType, input, output: [output], attribute: Object.entries(attributes).map(attributeMessage) });
    return output;
  }

  /** A constant number, which broadcasts to any shape. */
  number(value: number): string {
    return this.#constant(`number_${value}`, DATA_TYPE.float32, [], new Float32Array([value]));
  }

  /** A constant vector of integers, for axes and places. */
  integers(...values: readonly number[]): string {
    const entries = BigInt64Array.from(values, BigInt);
    return this.#constant(`integers_${values.join('_')}`, DATA_TYPE.int64, [values.length], entries);
  }

  /** The graph that was written so far. */
  message(): GraphMessage {
    return {
      name: 'claimcheck',
      node: this.#nodes,
      initializer: [...this.#constants.values()],
      input: this.#inputs,
      output: this.#outputs,
    };
  }

  #constant(name: string, dataType: number, dims: readonly number[], values: Float32Array | BigInt64Array): string {
    // The format is little-endian, and so are all platforms for which the runtime is built.
    const rawData = new Uint8Array(values.buffer);
    this.#constants.set(name, { name, dataType, dims, rawData });
    return name;
  }
}

function attributeMessage([name, value]: [string, number | { readonly float: number }]): AttributeMessage {
  if (typeof value === 'number') return { name, type: ATTRIBUTE_TYPE.integer, i: value };
  return { name, type: ATTRIBUTE_TYPE.float, f: value.float };
}

function valueInfo(name: string, dimensions: Dimensions): ValueInfoMessage {
  const dim = dimensions.map((size) => (size === 'batch' ? { dimParam: size } : { dimValue: size }));
  return { name, type: { tensorType: { elemType: DATA_TYPE.float32, shape: { dim } } } };
}
