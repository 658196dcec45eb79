import { expect } from 'vitest';
import type { Stream } from '../../../random/stream.ts';
import type { Engine, Feeds } from '../../engine.ts';
import { initialWeights } from '../../graph/initial-weights.ts';
import type { Model, Weights } from '../../graph/model.ts';

const STEPS = 10;
const LEARNING_RATE = 3e-3;

/** Checks that two engines give the same numbers up to rounding, for random weights and feeds of a model. */
export interface Agreement {
  inLossAndGradient(model: Model, rows: number, stream: Stream): Promise<void>;
  inTrainingSteps(model: Model, rows: number, stream: Stream): Promise<void>;
  /** In every output, for two numbers of rows. */
  inOutputs(model: Model, rows: number, stream: Stream): Promise<void>;
}

/**
 * The agreement of two engines.
 * @param roundings Roundings of one number on its way through a model: the sum of the terms of all products, forward and backward.
 */
export function agreement(first: Engine, second: Engine, roundings: number): Agreement {
  // Each rounding is by 2⁻²⁴ at most. This is their effect on losses, outputs and gradients, relative to them, when all go the same way.
  const rounding = roundings * 2 ** -24;
  // Adam divides each entry g of the gradient by its own size, so that an error δ changes its step by min(2, δ/|g|) of the learning rate. Over
  // entries spread evenly on ±G the mean square of that is 4δ/G. It is a mean over entries, whose roundings go either way: δ/G is √roundings
  // of them. Errors of ten steps add up no faster than the steps.
  const stepRounding = 2 * Math.sqrt(Math.sqrt(roundings) * 2 ** -24);
  return {
    async inLossAndGradient(model, rows, stream) {
      const weights = drawWeights(model, stream);
      const feeds = drawFeeds(model, rows, stream);
      const one = await first.gradient(model, weights, feeds);
      const other = await second.gradient(model, weights, feeds);
      expect(Math.abs(one.loss / other.loss - 1)).toBeLessThanOrEqual(rounding);
      expect(norm(other.gradient)).toBeGreaterThan(0);
      expectAlike(one.gradient, other.gradient, rounding);
    },
    async inTrainingSteps(model, rows, stream) {
      const weights = drawWeights(model, stream);
      const [one, other] = [await first.trainer(model, rows), await second.trainer(model, rows)];
      one.restart(weights);
      other.restart(weights);
      for (let step = 0; step < STEPS; step += 1) {
        const feeds = drawFeeds(model, rows, stream);
        const rate = LEARNING_RATE * (1 - step / (2 * STEPS));
        await one.step(feeds, rate);
        await other.step(feeds, rate);
      }
      const moved = difference(other.weights(), weights);
      expect(norm(moved)).toBeGreaterThan(0);
      expectAlike(difference(one.weights(), weights), moved, stepRounding);
      await Promise.all([one.dispose(), other.dispose()]);
    },
    async inOutputs(model, rows, stream) {
      const weights = drawWeights(model, stream);
      for (const output of Object.keys(model.outputs)) {
        const [one, other] = [await first.evaluator(model, output), await second.evaluator(model, output)];
        for (const count of [rows, 2 * rows + 1]) {
          const feeds = drawFeeds(model, count, stream);
          expectAlike(await one.evaluate(weights, feeds), await other.evaluate(weights, feeds), rounding);
        }
        await Promise.all([one.dispose(), other.dispose()]);
      }
    },
  };
}

/** Typical numbers for each input: images and targets are 0 or 1, labels have a single 1 in each row, the rest is standard normal. */
function drawFeeds({ inputs }: Model, rows: number, stream: Stream): Feeds {
  const feed = (name: string, columns: number): Float32Array => {
    if (name === 'labels') {
      const labels = new Float32Array(rows * columns);
      for (let row = 0; row < rows; row += 1) labels[row * columns + Math.floor(columns * stream.uniform())] = 1;
      return labels;
    }
    const binary = name === 'images' || name === 'targets';
    return Float32Array.from({ length: rows * columns }, () =>
      binary ? Number(stream.uniform() < 0.3) : stream.normal(),
    );
  };
  return Object.fromEntries(Object.entries(inputs).map(([name, columns]) => [name, feed(name, columns)]));
}

/** Initial weights, with biases that are not zero. */
function drawWeights(model: Model, stream: Stream): Weights {
  return initialWeights(model, stream).map((weight) => weight + 0.05 * stream.normal());
}

function norm(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

const difference = (a: Float32Array, b: Float32Array): Float32Array => a.map((value, i) => value - b[i]!);

function expectAlike(a: Float32Array, b: Float32Array, tolerance: number): void {
  expect(a.length).toBe(b.length);
  expect(norm(difference(a, b))).toBeLessThanOrEqual(tolerance * norm(b));
}
