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

/** A model with entries for its inputs and weights. */
export interface Case {
  readonly model: Model;
  readonly feeds: Readonly<Record<string, Float32Array>>;
  readonly weights: Float32Array;
}

/**
 * Every operation, by a description. `a` and `b` have one shape. `row` and `matrix` are trained, and `matrix` has as many rows as `a` has
 * columns.
 */
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

/** Losses of a value. The adjoint of the first is one number. The adjoint of the second has different entries and passes through a sum. */
const losses: Readonly<Record<string, (value: Value) => Value>> = {
  summed: sum,
  'squared and summed': (value) => add(sum(multiply(value, value)), multiply(sum(value), sum(value))),
};

const size = fc.integer({ min: 1, max: 5 });

/** Models of every operation and of typical networks, in random small sizes, by a description. */
export const models: readonly (readonly [string, fc.Arbitrary<Model>])[] = [
  ...Object.entries(operations).flatMap(([name, operation]) =>
    Object.entries(losses).map(
      ([how, loss]) =>
        [`${name}, ${how}`, fc.tuple(size, size).map(([m, n]) => operationModel(operation, loss, m, n))] as const,
    ),
  ),
  ['an autoencoder', fc.tuple(size, size, size).map((sizes) => autoencoder(...sizes))],
  ['a discriminator', fc.tuple(size, size).map(([pixels, hidden]) => discriminator(pixels, [hidden]))],
  ['a classifier', fc.tuple(size, size, size).map((sizes) => classifier(...sizes))],
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
  // Both losses have the same output, so one of them is enough to test it.
  return defineModel('operation', { loss: loss(value), outputs: loss === sum ? { value } : {} });
}

/** A conditional variational autoencoder. */
export function autoencoder(pixels: number, hidden: number, latent: number, classes: number = 3): Model {
  const [images, labels] = [input('images', pixels), input('labels', classes)];
  const encoded = relu(linear(concat(images, labels), 'encoder.hidden', hidden));
  const [mean, logVariance] = split(linear(encoded, 'encoder.latent', 2 * latent), latent, latent) as [Value, Value];
  const decode = (z: Value) =>
    linear(relu(linear(concat(z, labels), 'decoder.hidden', hidden)), 'decoder.output', pixels);
  const logits = decode(reparameterize(mean, logVariance, input('noise', latent)));
  const loss = add(bceWithLogits(logits, images), gaussianKl(mean, logVariance));
  return defineModel('autoencoder', {
    loss,
    outputs: { mean, logVariance, logits, generated: sigmoid(decode(input('latent', latent))), loss },
  });
}

/** A network with hidden layers of these widths that distinguishes real images from others. */
export function discriminator(pixels: number, hidden: readonly number[]): Model {
  const features = hidden.reduce(
    (value, columns, layer) => leakyRelu(linear(value, `hidden${layer}`, columns), 0.2),
    input('images', pixels),
  );
  const score = linear(features, 'score', 1);
  return defineModel('discriminator', { loss: bceWithLogits(score, input('targets', 1)), outputs: { score } });
}

/** A network with one hidden layer that distinguishes classes. */
export function classifier(inputs: number, hidden: number, classes: number): Model {
  const score = linear(leakyRelu(linear(input('images', inputs), 'hidden', hidden), 0.2), 'score', classes);
  return defineModel('classifier', { loss: softmaxCrossEntropy(score, input('labels', classes)), outputs: { score } });
}

function sharing(columns: number): Model {
  const once = sigmoid(linear(input('images', columns), 'layer', columns));
  const twice = linear(once, 'layer', columns);
  return defineModel('sharing', { loss: sum(multiply(twice, once)), outputs: { twice } });
}

/** The model with normal weights and feeds. Images and targets lie in (0, 1), and labels are rows with a single 1. */
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

/** The entries of the parameters by name, as the interpreter needs them. */
export function parametersOf({ parameters }: Model, weights: ArrayLike<number>): Record<string, Float64Array> {
  const entries = Float64Array.from(weights);
  return Object.fromEntries(
    parameters.map(({ name, rows, columns, offset }) => [name, entries.subarray(offset, offset + rows * columns)]),
  );
}

/** Random cases of a random model, with one to four rows. */
export const cases = (model: fc.Arbitrary<Model>): fc.Arbitrary<Case> =>
  fc.tuple(model, fc.integer({ min: 1, max: 4 }), fc.nat()).map((drawn) => drawCase(...drawn));

/** √ Σ x². */
export function norm(values: ArrayLike<number>): number {
  let squares = 0;
  for (let i = 0; i < values.length; i += 1) squares += values[i]! ** 2;
  return Math.sqrt(squares);
}
