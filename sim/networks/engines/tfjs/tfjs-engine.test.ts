import { beforeAll, expect, test } from 'vitest';
import { keyedStream } from '../../../random/stream.ts';

import type { Engine, Feeds } from '../../engine.ts';
import { initialWeights } from '../../graph/initial-weights.ts';
import { autoencoder } from '../../graph/testing/models.ts';
import { adamStep } from './adam.ts';
import type { Backend, TensorFlow } from './backend.ts';
import { loadTensorFlow } from './load.ts';
import { tfjsEngine } from './tfjs-engine.ts';

const ROWS = 6;
const model = autoencoder(196, 20, 3, 10);
const stream = keyedStream(1, 'tfjs', 0, 0);
const weights = initialWeights(model, stream);
const feeds: Feeds = Object.fromEntries(
  Object.entries(model.inputs).map(([name, columns]) => [
    name,
    Float32Array.from({ length: ROWS * columns }, () => stream.uniform()),
  ]),
);
const { latent, ...trainingFeeds } = feeds;
let engine: Engine;
let tf: TensorFlow;
beforeAll(async () => {
  engine = await tfjsEngine();
  ({ tf } = await loadTensorFlow());
});

test('describes itself: library, backend, versions, threads', () => {
  expect(engine.name).toBe('tfjs');
  expect(engine.description).toMatch(/^TensorFlow\.js \d+\.\d+\.\d+, (wasm backend|tfjs-node) \d+\.\d+\.\d+, .*thread/);
});

test('leaves no tensors in memory, however long it trains', async () => {
  const idle = tf.memory().numTensors;
  const trainer = await engine.trainer(model, ROWS);
  const evaluator = await engine.evaluator(model, 'generated');
  trainer.restart(weights);
  const training = tf.memory().numTensors;
  for (let step = 0; step < 20; step += 1) {
    await trainer.step(trainingFeeds, 1e-3);
    await evaluator.evaluate(trainer.weights(), { latent: latent!, labels: feeds.labels! });
    await engine.gradient(model, weights, trainingFeeds);
    expect(tf.memory().numTensors).toBe(training);
  }
  trainer.restart(weights);
  expect(tf.memory().numTensors).toBe(training);
  await Promise.all([trainer.dispose(), evaluator.dispose()]);
  expect(tf.memory().numTensors).toBe(idle);
});

test('a restarted trainer gives the same weights again, bit for bit', async () => {
  const trainer = await engine.trainer(model, ROWS);
  const run = async () => {
    trainer.restart(weights);
    for (let step = 0; step < 5; step += 1) await trainer.step(trainingFeeds, 1e-2);
    return trainer.weights();
  };
  const first = await run();
  const lossAt = async (weights: Float32Array) => (await engine.gradient(model, weights, trainingFeeds)).loss;
  expect(await lossAt(first)).toBeLessThan(await lossAt(weights));
  expect(await run()).toEqual(first);
  await trainer.dispose();
});

test("Adam's steps are those of algorithm 1, also for gradients as small as epsilon", () => {
  const gradients = [
    [3e-9, 1e-8, 0, -2, 5],
    [-1e-9, 4e-8, 0, 3, 5],
    [2e-8, 1e-7, 1e-8, -1, -20],
  ];
  const RATE = 1e-2;
  const places = gradients[0]!.map(() => ({ parameter: 0, first: 0, second: 0 }));
  const zeros = () => tf.variable(tf.zeros([1, places.length]));
  const trained = { parameter: zeros(), first: zeros(), second: zeros() };
  gradients.forEach((gradient, step) => {
    tf.tidy(() => adamStep(tf, trained, tf.tensor([gradient]), step + 1, RATE));
    places.forEach((place, i) => {
      place.first = 0.9 * place.first + 0.1 * gradient[i]!;
      place.second = 0.999 * place.second + 0.001 * gradient[i]! ** 2;
      const [mean, variance] = [place.first / (1 - 0.9 ** (step + 1)), place.second / (1 - 0.999 ** (step + 1))];
      place.parameter -= (RATE * mean) / (Math.sqrt(variance) + 1e-8);
    });
    const parameters = trained.parameter.dataSync();
    places.forEach(({ parameter }, i) => {
      // A step has twelve operations, each of which rounds by 2⁻²⁴. Its size is at most about the learning rate.
      expect(Math.abs(parameters[i]! - parameter)).toBeLessThanOrEqual(12 * (step + 1) * 2 ** -24 * RATE);
    });
  });
});

test('gradients of products transpose first, because products of transposes are slow in wasm', async () => {
  const [a, b] = [tf.ones([2, 3]), tf.ones([3, 4])];
  const { kernelNames } = await tf.profile(() => tf.grads((x, y) => tf.sum(tf.matMul(x!, y!)))([a, b]));
  expect(kernelNames).toContain('BatchMatMul');
  expect(kernelNames).toContain('Transpose');
});

test('an output that the model does not have is an error that names those it has', async () => {
  await expect(engine.evaluator(model, 'generate')).rejects.toThrow(
    /has no output "generate": it has mean, logVariance, logits, generated, loss$/,
  );
});

const absent = (name: string): Backend => ({
  package: name,
  load: () => Promise.reject(new Error(`Cannot find package '${name}' imported from here\nand more`)),
});
const broken = (name: string): Backend => ({
  package: name,
  load: () => Promise.reject(new Error('The native library is missing\nand more')),
});

test('without any backend, a message of one line says what to do', async () => {
  await expect(loadTensorFlow([absent('one'), absent('two')])).rejects.toThrow(
    /^the engine tfjs needs one or two \(none is installed\): install one, or choose the engine onnx$/,
  );
  await expect(loadTensorFlow([broken('one'), absent('two')])).rejects.toThrow(
    /^the engine tfjs needs one or two \(one does not load: The native library is missing\): /,
  );
});

test('a backend that is installed but does not load is named in the description of the one that runs', async () => {
  const running: Backend = { package: 'two', load: async () => ({ tf, description: 'two runs' }) };
  expect((await loadTensorFlow([absent('one'), running])).description).toBe('two runs');
  expect((await loadTensorFlow([broken('one'), running])).description).toBe(
    'two runs; one does not load: The native library is missing',
  );
});
