import fc from 'fast-check';
import { keyedStream } from '../../../random/stream.ts';
import {
  add,
  affine,
  bceWithLogits,
  concat,
  defineModel,
  exp,
  gaussianKl,
  input,
  leakyRelu,
  linear,
  logSoftmax,
  matmul,
  multiply,
  parameter,
  relu,
  reparameterize,
  sigmoid,
  slice,
  softmaxCrossEntropy,
  softplus,
  split,
  subtract,
  sum,
} from '../build.ts';
import type { Model } from '../model.ts';
import type { Value } from '../operation.ts';

/** A model with numbers for all of it. */
export interface Case {
  readonly model: Model;
  readonly feeds: Readonly<Record<string, Float32Array>>;
  readonly weights: Float32Array;
}

/** Operations applied to a and b, of one shape, and to a trained row and a trained matrix as high as a is wide. */
const operations: Readonly<Record<string, (a: Value, b: Value, row: Value, matrix: Value) => Value>> = {
  'a product': (a, _b, _row, matrix) => matmul(a, matrix),
  'a product with a transpose': (a, _b, _row, matrix) => matmul(matmul(a, matrix), matrix, { b: true }),
  'a product of a transpose': (a, b) => matmul(a, b, { a: true }),
  'a product of transposes': (a, b, _row, matrix) => matmul(matrix, matmul(a, b, { a: true }), { a: true, b: true }),
  'a sum': (a, b) => add(a, b),
  'a sum with a row': (a, _b, row) => add(a, row),
  'a product plus a row': (a, _b, row, matrix) => add(matmul(a, matmul(matrix, matrix, { b: true })), row),
  'a difference': (a, b) => subtract(a, b),
  'a product of entries': (a, b) => multiply(a, b),
  'a square': (a) => multiply(a, a),
  'a line': (a) => affine(a, -1.5, 0.25),
  'a multiple plus a product': (a, b) => add(affine(a, 2), multiply(a, b)),
  'a negation': (a, b) => multiply(affine(a, -1), add(a, b)),
  ReLU: (a) => relu(a),
  'leaky ReLU': (a) => leakyRelu(a, 0.2),
  'an exponential': (a) => exp(a),
  'a sigmoid': (a) => sigmoid(a),
  softplus: (a) => softplus(a),
  'log-softmax': (a) => logSoftmax(a),
  'values side by side': (a, b, _row, matrix) => concat(a, matmul(b, matrix), b, a),
  columns: (a) => slice(a, 0, Math.ceil(a.columns / 2)),
  'columns on the right': (a) => slice(a, a.columns - 1, a.columns),
};

/** What makes a loss of a value: an adjoint that is one number, and one that differs by entry and passes through a sum. */
const losses: Readonly<Record<string, (value: Value) => Value>> = {
  summed: sum,
  'squared and summed': (value) => add(sum(multiply(value, value)), multiply(sum(value), sum(value))),
};

const size = fc.integer({ min: 1, max: 5 });

/** Models of every operation by what they are, and of the networks that are trained, of any small sizes. */
export const models: readonly (readonly [string, fc.Arbitrary<Model>])[] = [
  ...Object.entries(operations).flatMap(([name, operation]) =>
    Object.entries(losses).map(
      ([how, loss]) =>
        [`${name}, ${how}`, fc.tuple(size, size).map(([m, n]) => operationModel(operation, loss, m, n))] as const,
    ),
  ),
  ['an autoencoder', fc.tuple(size, size, size).map((sizes) => autoencoder(...sizes))],
  ['a discriminator', fc.tuple(size, size).map((sizes) => discriminator(...sizes))],
  ['a classifier', fc.tuple(size, size).map(([hidden, classes]) => classifier(hidden, classes))],
  ['layers that share their parameters', size.map(sharing)],
];

function operationModel(
  operation: (typeof operations)[string],
  loss: (value: Value) => Value,
  m: number,
  n: number,
): Model {
  const [a, b] = ['a', 'b'].map((name) => matmul(input(name, n), parameter(name, n, m, 'glorotUniform'))) as [
    Value,
    Value,
  ];
  const value = operation(a, b, parameter('row', 1, m, 'zero'), parameter('matrix', m, n, 'glorotUniform'));
  return defineModel('operation', { loss: loss(value), outputs: { value } });
}

/** A conditional variational autoencoder of three classes. */
export function autoencoder(pixels: number, hidden: number, latent: number): Model {
  const [images, labels] = [input('images', pixels), input('labels', 3)];
  const encoded = relu(linear(concat(images, labels), 'encoder.hidden', hidden));
  const [mean, logVariance] = split(linear(encoded, 'encoder.latent', 2 * latent), latent, latent) as [Value, Value];
  const decode = (z: Value) =>
    linear(relu(linear(concat(z, labels), 'decoder.hidden', hidden)), 'decoder.output', pixels);
  const logits = decode(reparameterize(mean, logVariance, input('noise', latent)));
  const loss = add(bceWithLogits(logits, images), gaussianKl(mean, logVariance));
  return defineModel('autoencoder', {
    loss,
    outputs: { mean, logVariance, logits, generated: decode(input('latent', latent)) },
  });
}

function discriminator(pixels: number, hidden: number): Model {
  const score = linear(leakyRelu(linear(input('images', pixels), 'hidden', hidden), 0.2), 'score', 1);
  return defineModel('discriminator', { loss: bceWithLogits(score, input('targets', 1)), outputs: { score } });
}

function classifier(hidden: number, classes: number): Model {
  const score = linear(leakyRelu(linear(input('images', 4), 'hidden', hidden), 0.2), 'score', classes);
  return defineModel('classifier', { loss: softmaxCrossEntropy(score, input('labels', classes)), outputs: { score } });
}

function sharing(columns: number): Model {
  const once = sigmoid(linear(input('images', columns), 'layer', columns));
  const twice = linear(once, 'layer', columns);
  return defineModel('sharing', { loss: sum(multiply(twice, once)), outputs: { twice } });
}

/** The model with standard normal weights and feeds; a CVAE's images and targets in [0, 1], labels 0-1 rows. */
export function drawCase(model: Model, rows: number, seed: number): Case {
  const stream = keyedStream(seed, 'graph', 0, 0);
  const normals = (length: number) => Float32Array.from({ length }, () => stream.normal());
  const feed = (name: string, columns: number): Float32Array => {
    if (name === 'images' || name === 'targets') return normals(rows * columns).map((x) => 1 / (1 + Math.exp(-x)));
    if (name !== 'labels') return normals(rows * columns);
    const labels = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row += 1) labels[row * columns + ((row + seed) % columns)] = 1;
    return labels;
  };
  const feeds = Object.fromEntries(Object.entries(model.inputs).map(([name, columns]) => [name, feed(name, columns)]));
  return { model, feeds, weights: normals(model.size).map((x) => x / 2) };
}

/** The entries of the parameters by name. */
export function parametersOf({ parameters }: Model, weights: ArrayLike<number>): Record<string, Float64Array> {
  const entries = Float64Array.from(weights);
  return Object.fromEntries(
    parameters.map(({ name, rows, columns, offset }) => [name, entries.subarray(offset, offset + rows * columns)]),
  );
}

/** Cases of a model: of any sizes, any few rows, any numbers. */
export const cases = (model: fc.Arbitrary<Model>): fc.Arbitrary<Case> =>
  fc.tuple(model, fc.integer({ min: 1, max: 4 }), fc.nat()).map((drawn) => drawCase(...drawn));

/** √ Σ x². */
export const norm = (values: ArrayLike<number>): number => Math.hypot(...Array.from(values));
