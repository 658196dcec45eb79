import type { Type } from 'protobufjs/light.js';

/** A named operator applied to named tensors. */
export interface NodeMessage {
  readonly opType: string;
  readonly input: readonly string[];
  readonly output: readonly string[];
  readonly attribute: readonly AttributeMessage[];
}

/** An option of a node: a float `f` or an integer `i`, depending on `type`. */
export interface AttributeMessage {
  readonly name: string;
  readonly type: number;
  readonly f?: number;
  readonly i?: number;
}

/** A constant tensor: little-endian entries of the type `dataType`. */
export interface TensorMessage {
  readonly name: string;
  readonly dataType: number;
  readonly dims: readonly number[];
  readonly rawData: Uint8Array;
}

/** Element type and shape of an input or output of a graph. */
export interface ValueInfoMessage {
  readonly name: string;
  readonly type: {
    readonly tensorType: { readonly elemType: number; readonly shape: { readonly dim: readonly DimensionMessage[] } };
  };
}

/** A dimension of a fixed size, or of any size under a name. */
export type DimensionMessage = { readonly dimValue: number } | { readonly dimParam: string };

/** A graph: nodes, constants, and the tensors that are fed and returned. */
export interface GraphMessage {
  readonly name: string;
  readonly node: readonly NodeMessage[];
  readonly initializer: readonly TensorMessage[];
  readonly input: readonly ValueInfoMessage[];
  readonly output: readonly ValueInfoMessage[];
}

/** AttributeProto.AttributeType of onnx.proto. */
export const ATTRIBUTE_TYPE = { float: 1, integer: 2 } as const;

/** TensorProto.DataType of onnx.proto. */
export const DATA_TYPE = { float32: 1, int64: 7 } as const;

/** Versions of the intermediate representation and of the operator set that belong together (ONNX 1.12). They contain all operators used here. */
const IR_VERSION = 8;
const OPERATOR_SET = 17;

const many = (type: string, id: number) => ({ rule: 'repeated', type, id });
const one = (type: string, id: number) => ({ type, id });

/** The messages of onnx.proto that training graphs need, with their field numbers. */
const ONNX_PROTO = {
  nested: {
    ModelProto: {
      fields: {
        irVersion: one('int64', 1),
        producerName: one('string', 2),
        graph: one('GraphProto', 7),
        opsetImport: many('OperatorSetIdProto', 8),
      },
    },
    OperatorSetIdProto: { fields: { domain: one('string', 1), version: one('int64', 2) } },
    GraphProto: {
      fields: {
        node: many('NodeProto', 1),
        name: one('string', 2),
        initializer: many('TensorProto', 5),
        input: many('ValueInfoProto', 11),
        output: many('ValueInfoProto', 12),
      },
    },
    NodeProto: {
      fields: {
        input: many('string', 1),
        output: many('string', 2),
        opType: one('string', 4),
        attribute: many('AttributeProto', 5),
      },
    },
    AttributeProto: {
      fields: { name: one('string', 1), f: one('float', 2), i: one('int64', 3), type: one('int32', 20) },
    },
    TensorProto: {
      fields: { dims: many('int64', 1), dataType: one('int32', 2), name: one('string', 8), rawData: one('bytes', 9) },
    },
    ValueInfoProto: { fields: { name: one('string', 1), type: one('TypeProto', 2) } },
    TypeProto: { fields: { tensorType: one('TensorTypeProto', 1) } },
    TensorTypeProto: { fields: { elemType: one('int32', 1), shape: one('TensorShapeProto', 2) } },
    TensorShapeProto: { fields: { dim: many('DimensionProto', 1) } },
    DimensionProto: { fields: { dimValue: one('int64', 1), dimParam: one('string', 2) } },
  },
};

// protobufjs generates code for a type at its first use, so the type is made once.
let modelProto: Promise<Type> | undefined;

async function loadModelProto(): Promise<Type> {
  // Loaded late, like the runtime: most commands run no network.
  const { default: protobuf } = await import('protobufjs/light.js');
  return protobuf.Root.fromJSON(ONNX_PROTO).lookupType('ModelProto');
}

/** The bytes of an ONNX file with this graph. */
export async function encodeModel(graph: GraphMessage): Promise<Uint8Array> {
  modelProto ??= loadModelProto();
  const ModelProto = await modelProto;
  const opsetImport = [{ domain: '', version: OPERATOR_SET }];
  return ModelProto.encode({ irVersion: IR_VERSION, producerName: 'claimcheck', graph, opsetImport }).finish();
}
