import { expect, test } from 'vitest';
import { openEngine } from '../../sim/networks/engines/index.ts';
import { operationsOf, productsOf, stepOf } from './products.ts';
import { BATCH, coins, sizes } from './sizes.ts';
import { start } from './tasks.ts';

test('a step of the paper’s autoencoder is its products: forward, by the weights, and by all layers’ inputs but the first', () => {
  const { vae } = sizes[1]!;
  const [first, ...others] = [794 * 400, 400 * 40, 30 * 400, 400 * 784];
  const inner = others.reduce((sum, each) => sum + each, 0);
  expect(operationsOf(stepOf(vae), BATCH)).toBe(2 * BATCH * (2 * first! + 3 * inner));
});

test('the products by themselves are as many operations as those of the step, and are computed', async () => {
  const { vae } = sizes[0]!;
  const model = productsOf('a step', stepOf(vae));
  expect(operationsOf([model.loss], BATCH)).toBe(operationsOf(stepOf(vae), BATCH));
  const engine = await openEngine('onnx');
  const evaluator = await engine.evaluator(model, 'products');
  const [total] = await evaluator.evaluate(start(model), coins(model));
  await evaluator.dispose();
  expect(Number.isFinite(total)).toBe(true);
});
