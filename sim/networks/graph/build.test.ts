import { describe, expect, test } from 'vitest';
import {
  add,
  bceWithLogits,
  concat,
  defineModel,
  gaussianKl,
  input,
  leakyRelu,
  linear,
  matmul,
  multiply,
  parameter,
  reparameterize,
  slice,
  softmaxCrossEntropy,
  split,
  sum,
} from './build.ts';
import { interpret, interpretScalar } from './testing/interpreter.ts';

const x = input('x', 3);
const y = input('y', 3);

describe('a loss agrees with its definition', () => {
  const logits = [-2, 0.5, 3, 0, -0.1, 1.7];
  const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit));

  test('binary cross-entropy, for targets between 0 and 1 too', () => {
    const targets = [0, 1, 0.25, 1, 0, 0.9];
    const expected = logits.reduce((loss, logit, i) => {
      const t = targets[i]!;
      return loss - t * Math.log(sigmoid(logit)) - (1 - t) * Math.log(1 - sigmoid(logit));
    }, 0);
    expect(interpretScalar(bceWithLogits(x, y), { x: logits, y: targets }, {})).toBeCloseTo(expected, 12);
  });

  test('the divergence of a Gaussian from the standard one, which is zero for the standard one itself', () => {
    const logVariances = [0, 1, -1, 0.3, -2, 0.1];
    const expected = logits.reduce(
      (loss, mean, i) => loss - 0.5 * (1 + logVariances[i]! - mean ** 2 - Math.exp(logVariances[i]!)),
      0,
    );
    expect(interpretScalar(gaussianKl(x, y), { x: logits, y: logVariances }, {})).toBeCloseTo(expected, 12);
    expect(interpretScalar(gaussianKl(x, y), { x: [0, 0, 0], y: [0, 0, 0] }, {})).toBe(0);
  });

  test('cross-entropy of classes', () => {
    const oneHot = [0, 0, 1, 1, 0, 0];
    const row = (scores: readonly number[], label: number) =>
      Math.log(scores.reduce((total, score) => total + Math.exp(score), 0)) - scores[label]!;
    const expected = row(logits.slice(0, 3), 2) + row(logits.slice(3), 0);
    expect(interpretScalar(softmaxCrossEntropy(x, y), { x: logits, y: oneHot }, {})).toBeCloseTo(expected, 12);
  });

  test('a reparameterized value is the mean plus noise times the standard deviation', () => {
    const value = reparameterize(x, y, input('noise', 3));
    const inputs = { x: [1, 2, 3], y: [0, Math.log(4), Math.log(9)], noise: [1, -1, 2] };
    expect([...interpret([value], inputs, {}).get(value)!.entries]).toEqual([2, 0, 9]);
  });
});

describe('a model', () => {
  const hidden = linear(x, 'hidden', 4);
  const score = linear(hidden, 'score', 2);
  const loss = sum(score);

  test('has its parameters in the order of their use, without gaps, and the inputs of loss and outputs', () => {
    const again = linear(input('z', 4), 'score', 2);
    const { parameters, size, inputs } = defineModel('model', { loss, outputs: { again } });
    expect(parameters).toEqual([
      { name: 'hidden.weight', rows: 3, columns: 4, offset: 0, initializer: 'glorotUniform' },
      { name: 'hidden.bias', rows: 1, columns: 4, offset: 12, initializer: 'zero' },
      { name: 'score.weight', rows: 4, columns: 2, offset: 16, initializer: 'glorotUniform' },
      { name: 'score.bias', rows: 1, columns: 2, offset: 24, initializer: 'zero' },
    ]);
    expect(size).toBe(26);
    expect(inputs).toEqual({ x: 3, z: 4 });
  });

  test('is refused when its loss is not 1 × 1, or one name stands for two things', () => {
    const model = (outputs: Parameters<typeof defineModel>[1]['outputs'], minimized = loss) =>
      defineModel('model', { loss: minimized, outputs });
    expect(() => model({}, score)).toThrow('the loss of the model "model" must be 1 × 1, not batch × 2');
    expect(() => model({ other: linear(x, 'score', 2) })).toThrow(
      'the parameter "score.weight" is 4 × 2 (glorotUniform) in one place and 3 × 2 (glorotUniform) in another',
    );
    expect(() => model({}, add(loss, sum(input('x', 2))))).toThrow(
      'the input "x" has 3 columns in one place and 2 in another',
    );
    expect(() => model({ other: linear(x, 'other', 2) })).toThrow(
      'depends on "other.weight", which the loss does not train',
    );
  });
});

describe('shapes that do not fit are refused', () => {
  const narrow = input('narrow', 2);
  const square = parameter('square', 3, 3, 'zero');
  const refusals = [
    ['a product', () => matmul(x, narrow), 'no product of (batch × 3) and (batch × 2)'],
    ['a product as wide as the batch', () => matmul(square, x, { b: true }), 'no product of (3 × 3) and (batch × 3)ᵀ'],
    ['a sum', () => add(x, narrow), 'add needs values of one shape, not batch × 3 and batch × 2'],
    ['a sum with a matrix', () => add(x, square), 'add needs values of one shape, not batch × 3 and 3 × 3'],
    ['a product of entries', () => multiply(x, narrow), 'multiply needs values of one shape'],
    [
      'values side by side',
      () => concat(x, square),
      'concat needs values with the same number of rows, not batch × 3 and 3 × 3',
    ],
    ['columns that are not there', () => slice(x, 1, 4), 'no columns 1 … 4 − 1 in a value of 3 columns'],
    ['parts', () => split(x, 1, 1), 'parts of 1 + 1 columns do not add up to 3'],
    ['a slope', () => leakyRelu(x, 1), 'must be in [0, 1), not 1'],
    ['a layer of no columns', () => linear(x, 'none', 0), 'must be a whole number ≥ 1, not 0'],
  ] as const;

  test.each(refusals)('%s', (_, build, message) => {
    expect(build).toThrow(RangeError);
    expect(build).toThrow(message);
  });
});
