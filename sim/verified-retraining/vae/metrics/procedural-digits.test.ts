import { expect, test } from 'vitest';
import type { Digits } from '../../../digits/digits.ts';
import { openDigits } from '../../../digits/source.ts';
import { openEngine } from '../../../networks/engines/index.ts';
import { keyedStream } from '../../../random/stream.ts';
import { classVariance } from './class-variance.ts';
import { classifier } from './classifier.ts';

const procedural = openDigits('procedural');
const training = procedural.training({ side: 14 });
const heldOut = procedural.test({ side: 14 });

test('procedural digits are legible: a small network trained on them recognizes 95 % of the held-out digits', async () => {
  // Four passes over the training digits, in batches of 128.
  const steps = Math.ceil((4 * training.count) / 128);
  const trained = await classifier(await openEngine('onnx'), training, keyedStream(1, 'legible', 0, 0), steps);
  expect(await trained.labelAccuracy(heldOut.pixels, heldOut.labels)).toBeGreaterThan(0.95);
  await trained.dispose();
});

const directory = process.env.CLAIMCHECK_MNIST;
test.runIf(directory)('procedural digits vary within a class about as much as those of MNIST', () => {
  const varianceOf = ({ pixels, labels, side }: Digits) => classVariance(Float32Array.from(pixels), labels, side ** 2);
  const mnist = openDigits('mnist').test({ side: 14 });
  expect(Math.abs(varianceOf(heldOut) / varianceOf(mnist) - 1)).toBeLessThan(0.1);
});
