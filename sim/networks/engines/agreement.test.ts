import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyedStream, type Stream } from '../../random/stream.ts';
import { cvae } from '../../verified-retraining/vae/cvae.ts';
import { discriminator } from '../../verified-retraining/vae/discriminator.ts';
import type { Feeds, Weights } from '../engine.ts';
import { defineModel, input, linear, softmaxCrossEntropy } from '../graph/build.ts';
import type { Model } from '../graph/model.ts';
import { startWeights } from '../graph/start.ts';
import { openEngine } from './index.ts';

/** Roundings of one number on its way through a CVAE of 14 × 14 pixels: eight products, forward and backward, of up to 206 terms. */
const ROUNDINGS = 8 * 206;

/** What they may do to losses, outputs and gradients, relative to them, when all go the same way: 1e-4. Each is by 2⁻²⁴ at most. */
const ROUNDING = ROUNDINGS * 2 ** -24;

/**
 * What they may do to Adam's steps, relative to them. Adam divides each entry g of the gradient by its own size, so that an error δ
 * changes its step by min(2, δ/|g|) of the rate; over entries spread evenly on ±G the mean square of that is 4δ/G. That is a mean
 * over entries, whose roundings go either way: δ/G is √ROUNDINGS of them. Errors of ten steps add up no faster than the steps.
 */
const STEP_ROUNDING = 2 * Math.sqrt(Math.sqrt(ROUNDINGS) * 2 ** -24);

const STEPS = 10;
const RATE = 3e-3;

const [onnx, tfjs] = await Promise.all([openEngine('onnx'), openEngine('tfjs')]);

const classifier = (inputs: number): Model => {
  const score = linear(input('images', inputs), 'score', 10);
  return defineModel(`classifier ${inputs}`, {
    loss: softmaxCrossEntropy(score, input('labels', 10)),
    outputs: { score },
  });
};
/** Widths on both sides of the blocks of 8, 16 and 48 columns that kernels work in. */
const width = fc.integer({ min: 1, max: 100 });
const models: readonly (readonly [string, fc.Arbitrary<Model>])[] = [
  [
    'autoencoders',
    fc.record({ hidden: width, latent: fc.integer({ min: 1, max: 20 }) }).map((sizes) => cvae({ side: 14, ...sizes })),
  ],
  [
    'discriminators',
    fc
      .record({ side: fc.integer({ min: 1, max: 14 }), hidden: fc.array(width, { minLength: 1, maxLength: 3 }) })
      .map(({ side, hidden }) => discriminator(side, hidden)),
  ],
  ['classifiers', width.map(classifier)],
];

/** Numbers as each input has them in use: images and targets 0 or 1, labels one 1 a row, the rest standard normal. */
function draw({ inputs }: Model, rows: number, stream: Stream, names = Object.keys(inputs)): Feeds {
  const feed = (name: string): Float32Array => {
    const columns = inputs[name]!;
    if (name === 'labels') {
      const labels = Float32Array.from({ length: rows * columns }, () => 0);
      for (let row = 0; row < rows; row += 1) labels[row * columns + Math.floor(columns * stream.uniform())] = 1;
      return labels;
    }
    const binary = name === 'images' || name === 'targets';
    return Float32Array.from({ length: rows * columns }, () =>
      binary ? Number(stream.uniform() < 0.3) : stream.normal(),
    );
  };
  return Object.fromEntries(names.map((name) => [name, feed(name)]));
}

/** Glorot's start, and biases that are not zero. */
function drawWeights(model: Model, stream: Stream): Weights {
  return startWeights(model, stream).map((weight) => weight + 0.05 * stream.normal());
}

function norm(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

const difference = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value - b[i]!);

function expectAlike(a: Float32Array, b: Float32Array, tolerance: number): void {
  expect(a.length).toBe(b.length);
  expect(norm(difference(a, b))).toBeLessThanOrEqual(tolerance * norm(b));
}

describe.each(models)('on %s the engines agree', (_, model) => {
  const cases = fc.record({ model, rows: fc.integer({ min: 1, max: 40 }), seed: fc.nat() });
  /** Each draw opens sessions of its own; ten cross the block sizes many times over. */
  const judge = (agrees: (model: Model, rows: number, stream: Stream) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(cases, ({ model, rows, seed }) => agrees(model, rows, keyedStream(seed, 'agreement', 0, 0))),
      { numRuns: 10 },
    );

  test('in loss and gradient', () =>
    judge(async (model, rows, stream) => {
      const weights = drawWeights(model, stream);
      const feeds = draw(model, rows, stream);
      const ours = await onnx.gradient(model, weights, feeds);
      const theirs = await tfjs.gradient(model, weights, feeds);
      expect(Math.abs(ours.loss / theirs.loss - 1)).toBeLessThanOrEqual(ROUNDING);
      expect(norm(theirs.gradient)).toBeGreaterThan(0);
      expectAlike(ours.gradient, theirs.gradient, ROUNDING);
    }));

  test('in ten training steps', () =>
    judge(async (model, rows, stream) => {
      const weights = drawWeights(model, stream);
      const [ours, theirs] = [await onnx.trainer(model, rows), await tfjs.trainer(model, rows)];
      ours.restart(weights);
      theirs.restart(weights);
      for (let step = 0; step < STEPS; step += 1) {
        const feeds = draw(model, rows, stream);
        const rate = RATE * (1 - step / (2 * STEPS));
        await ours.step(feeds, rate);
        await theirs.step(feeds, rate);
      }
      const moved = difference(theirs.weights(), weights);
      expect(norm(moved)).toBeGreaterThan(0);
      expectAlike(difference(ours.weights(), weights), moved, STEP_ROUNDING);
      await Promise.all([ours.dispose(), theirs.dispose()]);
    }));

  test('in every output, whatever the number of rows', () =>
    judge(async (model, rows, stream) => {
      const weights = drawWeights(model, stream);
      for (const output of Object.keys(model.outputs)) {
        const [ours, theirs] = [await onnx.evaluator(model, output), await tfjs.evaluator(model, output)];
        for (const count of [rows, 2 * rows + 1]) {
          const feeds = draw(model, count, stream);
          expectAlike(await ours.evaluate(weights, feeds), await theirs.evaluate(weights, feeds), ROUNDING);
        }
        await Promise.all([ours.dispose(), theirs.dispose()]);
      }
    }));
});
