import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mnistSource } from '../../../digits/mnist/mnist.ts';
import { openEngine } from '../../../networks/engines/index.ts';
import { keyedStream } from '../../../random/stream.ts';
import { type Classifier, classifier } from './classifier.ts';
import { noisyTemplates } from './testing/digits.ts';

const SIDE = 5;
/** Enough for noisy templates, which are simpler than digits. */
const STEPS = 200;
const training = noisyTemplates(SIDE, 3000, 1);
const held = noisyTemplates(SIDE, 1500, 2);
const train = async (seed: number) =>
  classifier(await openEngine('onnx'), training, keyedStream(seed, 'classifier', 0, 0), STEPS);

describe('a classifier trained on real digits', () => {
  let trained: Classifier;
  beforeAll(async () => {
    trained = await train(1);
  });
  afterAll(() => trained.dispose());

  test('recognizes held-out digits, and not as another class', async () => {
    const right = await trained.labelAccuracy(held.pixels, held.labels);
    const wrong = held.labels.map((label) => (label + 1) % 10);
    // 2.5 of 25 pixels are wrong on average where templates differ in 12.5.
    expect(right).toBeGreaterThan(0.9);
    expect(await trained.labelAccuracy(held.pixels, wrong)).toBeLessThanOrEqual(1 - right);
  });

  test('has an accuracy that is the mean over parts of the images', async () => {
    const part = (from: number, to: number) =>
      trained.labelAccuracy(held.pixels.subarray(from * SIDE ** 2, to * SIDE ** 2), held.labels.subarray(from, to));
    const whole = await trained.labelAccuracy(Float32Array.from(held.pixels), held.labels);
    expect(whole).toBeCloseTo(((await part(0, 700)) * 700 + (await part(700, 1500)) * 800) / 1500, 12);
  });

  test('gives no distance from digits to themselves, and a larger one to a single class than to other digits of all classes', async () => {
    const reference = await trained.reference(held);
    const half = held.pixels.length / 2;
    const ones = Float32Array.from({ length: half }, (_, i) => held.pixels[(i % SIDE ** 2) + SIDE ** 2]!);
    const itself = await trained.distance(held.pixels, held.count, reference);
    const floor = await trained.distance(training.pixels, 750, reference);
    expect(floor).toBeGreaterThan(itself);
    expect(await trained.distance(ones, 750, reference)).toBeGreaterThan(10 * floor);
    expect(itself).toBeLessThan(floor / 100);
  });

  test('measures distances in the 32 activations of its penultimate layer, none of them negative', async () => {
    const { width, mean } = await trained.reference(held);
    expect(width).toBe(32);
    expect(Math.min(...mean)).toBeGreaterThanOrEqual(0);
    // More dimensions are in use than there are classes, so these are not class scores.
    expect(mean.filter((value) => value > 0).length).toBeGreaterThan(10);
  });

  test('is the same when it is trained again, and differs for another stream', async () => {
    const reference = await trained.reference(held);
    for (const [seed, same] of [
      [1, true],
      [2, false],
    ] as const) {
      const again = await train(seed);
      expect((await again.reference(held)).mean.every((value, j) => value === reference.mean[j])).toBe(same);
      await again.dispose();
    }
  });

  test('needs images, as many as labels', async () => {
    await expect(trained.labelAccuracy(held.pixels, new Uint8Array(0))).rejects.toThrow(
      new RangeError('an accuracy needs at least one image'),
    );
    await expect(trained.labelAccuracy(held.pixels.subarray(25), held.labels)).rejects.toThrow(
      new RangeError('1500 images of 25 pixels are 37500 values, got 37475'),
    );
  });
});

const directory = process.env.CLAIMCHECK_MNIST;
test.runIf(directory !== undefined)('recognizes 95 % of the test digits of MNIST at 14×14', async () => {
  const mnist = mnistSource(directory ?? '');
  const trained = await classifier(
    await openEngine('onnx'),
    mnist.training({ side: 14 }),
    keyedStream(1, 'classifier', 0, 0),
  );
  const { pixels, labels } = mnist.test({ side: 14 });
  expect(await trained.labelAccuracy(pixels, labels)).toBeGreaterThan(0.95);
  await trained.dispose();
});
