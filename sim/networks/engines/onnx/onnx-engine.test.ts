import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, affine, defineModel, input, linear, multiply, parameter, softplus, sum } from '../../graph/build.ts';
import { gradients } from '../../graph/differentiate.ts';
import { interpret } from '../../graph/testing/interpreter.ts';
import { autoencoder, cases, drawCase, models, norm, parametersOf } from '../../graph/testing/models.ts';
import { onnxEngine } from './onnx-engine.ts';
import { valuesProgram } from './programs.ts';

/**
 * Largest relative error of single precision: a value of these small graphs is the result of some tens of operations and of sums of some hundreds
 * of terms, each of which rounds by 2⁻²⁴.
 */
const ROUNDING = 1e-4;

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

const engine = await onnxEngine();

function expectAlike(found: ArrayLike<number>, expected: ArrayLike<number>, scale = norm(expected)): void {
  expect(found.length).toBe(expected.length);
  expect(norm(Array.from(expected, (entry, i) => entry - found[i]!))).toBeLessThanOrEqual(ROUNDING * scale);
}

describe('the ONNX engine computes, according to their definitions,', () => {
  test.each(models)('loss, gradient and outputs of %s', async (_, model) => {
    await fc.assert(
      fc.asyncProperty(cases(model), async ({ model, feeds, weights }) => {
        const byParameter = gradients(model.loss, model.parameters);
        const outputs = Object.entries(model.outputs);
        const roots = [model.loss, ...byParameter, ...outputs.map(([, value]) => value)];
        const expected = interpret(roots, feeds, parametersOf(model, weights));
        // Terms that cancel in a sum leave their rounding error, so errors are relative to the largest value of the graph.
        const largest = Math.max(...[...expected.values()].map(({ entries }) => norm(entries)));
        const { loss, gradient } = await engine.gradient(model, weights, feeds);
        expectAlike([loss], expected.get(model.loss)!.entries, largest);
        expectAlike(
          gradient,
          byParameter.flatMap((value) => [...expected.get(value)!.entries]),
          largest,
        );
        for (const [name, value] of outputs) {
          const evaluator = await engine.evaluator(model, name);
          expectAlike(await evaluator.evaluate(weights, feeds), expected.get(value)!.entries);
          await evaluator.dispose();
        }
      }),
      { numRuns: 3 },
    );
  });

  test('softplus without overflow', async () => {
    const scale = parameter('scale', 1, 1, 'zero');
    const x = input('x', 7);
    const model = defineModel('softplus', { loss: affine(scale, 1), outputs: { softplus: softplus(x) } });
    const evaluator = await engine.evaluator(model, 'softplus');
    const found = await evaluator.evaluate(new Float32Array(1), { x: Float32Array.of(-1000, -30, -1, 0, 1, 30, 1000) });
    const [low, high] = [Math.log1p(Math.exp(-1)), 1 + Math.log1p(Math.exp(-1))];
    expectAlike(found.subarray(0, 6), [0, 0, low, Math.LN2, high, 30]);
    expect(found[6]).toBe(1000);
    await evaluator.dispose();
  });
});

describe('training', () => {
  const rows = 5;
  const { model, feeds, weights } = drawCase(autoencoder(9, 7, 2), rows, 3);

  test('takes the steps of Adam', async () => {
    const trainer = await engine.trainer(model, rows);
    trainer.restart(weights);
    const first = new Float64Array(model.size);
    const second = new Float64Array(model.size);
    for (let t = 1; t <= 6; t += 1) {
      const before = trainer.weights();
      const rate = 0.01 / t;
      const { gradient } = await engine.gradient(model, before, feeds);
      const moved = Float64Array.from(gradient, (g, i) => {
        first[i] = BETA1 * first[i]! + (1 - BETA1) * g;
        second[i] = BETA2 * second[i]! + (1 - BETA2) * g * g;
        const deviation = Math.sqrt(second[i]! / (1 - BETA2 ** t));
        return (-rate * (first[i]! / (1 - BETA1 ** t))) / (deviation + EPSILON);
      });
      await trainer.step(feeds, rate);
      expectAlike(
        trainer.weights().map((weight, i) => weight - before[i]!),
        moved,
      );
    }
    await trainer.dispose();
  });

  const [a, b] = [parameter('a', 1, 2, 'zero'), parameter('b', 1, 2, 'zero')];
  const once = add(a, b);
  const twice = add(add(input('x', 2), a), b);
  const sharing = [
    ['one gradient', multiply(once, once)],
    ['equal gradients', multiply(twice, twice)],
    ['each other as gradients', multiply(a, b)],
  ] as const;

  test.each(sharing)('moves parameters that have %s', async (name, value) => {
    // The feed does not change the loss, but determines the number of rows.
    const loss = add(sum(value), affine(sum(input('x', 2)), 0));
    const trainer = await engine.trainer(defineModel(name, { loss, outputs: {} }), 1);
    trainer.restart(Float32Array.of(1, 2, 3, 4));
    await trainer.step({ x: Float32Array.of(5, 6) }, 0.5);
    // All gradients are positive, and the first step of Adam is the learning rate.
    expectAlike(trainer.weights(), [0.5, 1.5, 2.5, 3.5]);
    await trainer.dispose();
  });

  test('reduces the loss, and gives the same weights again after a restart', async () => {
    const trainer = await engine.trainer(model, rows);
    const train = async () => {
      trainer.restart(weights);
      for (let step = 0; step < 10; step += 1) await trainer.step(feeds, 3e-3);
      return trainer.weights();
    };
    const once = await train();
    const [before, after] = [await engine.gradient(model, weights, feeds), await engine.gradient(model, once, feeds)];
    expect(after.loss).toBeLessThan(before.loss);
    expect(await train()).toEqual(once);
    await trainer.dispose();
  });

  test('reads its feeds again at every step, and returns copies of its weights', async () => {
    const trainer = await engine.trainer(model, rows);
    trainer.restart(weights);
    const before = trainer.weights();
    const other = { ...feeds, images: feeds.images!.slice() };
    await trainer.step(other, 0);
    expect(trainer.weights()).toEqual(before);
    const stepOf = async () => {
      trainer.restart(weights);
      await trainer.step(other, 0.01);
      return trainer.weights();
    };
    const moved = await stepOf();
    other.images.fill(1);
    expect(await stepOf()).not.toEqual(moved);
    // Two steps, so that the trainer would have overwritten an array of its own.
    await trainer.step(feeds, 0.01);
    await trainer.step(feeds, 0.01);
    expect(before).toEqual(weights);
    await trainer.dispose();
  });
});

describe('an evaluator', () => {
  test('accepts another number of rows at each call, and needs only the feeds that its output depends on', async () => {
    const model = autoencoder(9, 7, 2);
    const evaluator = await engine.evaluator(model, 'generated');
    for (const rows of [3, 8, 1, 8]) {
      const { feeds, weights } = drawCase(model, rows, rows);
      const { latent, labels } = feeds as Record<'latent' | 'labels', Float32Array>;
      const expected = interpret([model.outputs.generated!], feeds, parametersOf(model, weights));
      const found = await evaluator.evaluate(weights, { latent, labels });
      expectAlike(found, expected.get(model.outputs.generated!)!.entries);
    }
    await evaluator.dispose();
  });
});

describe('a message of one line explains', () => {
  const { model, feeds, weights } = drawCase(autoencoder(4, 3, 2), 5, 1);
  const { images, ...others } = feeds;
  const refusals = [
    ['a feed without an input', { ...feeds, pixels: images! }, 'has no input "pixels"'],
    ['a missing feed', others, 'needs a feed "images"'],
    [
      'a wrong number of rows',
      { ...feeds, noise: new Float32Array(8) },
      'the feed "noise" has 8 numbers, not 5 rows of 2',
    ],
    ['part of a row', { ...feeds, images: new Float32Array(19) }, 'the feed "images" has 19 numbers, not 5 rows of 4'],
  ] as const;

  test.each(refusals)('%s', async (_, fed, message) => {
    const trainer = await engine.trainer(model, 5);
    await expect(trainer.step(fed, 0.1)).rejects.toThrow(message);
    await trainer.dispose();
    if (message.includes('not 5 rows')) return;
    await expect(engine.gradient(model, weights, fed)).rejects.toThrow(message);
  });

  test('weights of another length, an unknown output, a batch without rows', async () => {
    const short = weights.subarray(1);
    const message = `has ${model.size} weights, not ${model.size - 1}`;
    await expect(engine.gradient(model, short, feeds)).rejects.toThrow(message);
    const trainer = await engine.trainer(model, 5);
    expect(() => trainer.restart(short)).toThrow(message);
    await trainer.dispose();
    const evaluator = await engine.evaluator(model, 'mean');
    await expect(evaluator.evaluate(short, feeds)).rejects.toThrow(message);
    await evaluator.dispose();
    await expect(engine.evaluator(model, 'means')).rejects.toThrow('has no output "means"');
    await expect(engine.trainer(model, 0)).rejects.toThrow('not 0');
  });
});

test('a layer is one operator, which adds the bias too', () => {
  const layer = linear(input('x', 2), 'layer', 3);
  const model = defineModel('layer', { loss: sum(layer), outputs: { layer } });
  expect(valuesProgram(model, [layer]).graph.node.map(({ opType }) => opType)).toEqual(['Gemm']);
});
