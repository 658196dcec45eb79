import { keyedStream } from '../sim/random/stream.ts';
import { cvae } from '../sim/vae/cvae.ts';
import type { Engine, Feeds } from '../sim/vae/engine.ts';
import { openEngine } from '../sim/vae/engines/index.ts';
import { add, defineModel, input, matmul, parameter, sum } from '../sim/vae/graph/build.ts';
import { gradients } from '../sim/vae/graph/differentiate.ts';
import type { Model } from '../sim/vae/graph/model.ts';
import type { Value } from '../sim/vae/graph/operation.ts';
import { startWeights } from '../sim/vae/graph/start.ts';
import { inOrder } from '../sim/vae/graph/visit.ts';
import { median, processorTime } from './measure.ts';

const BATCH = 128;
const RATE = 1e-3;
/** Alternations of which the medians are taken, and those before them that warm up. */
const SLICES = 9;
const WARM_UP_SLICES = 2;

/**
 * Training step of autoencoders on both engines, and on onnx the matrix products of such a step by themselves: what no engine can do
 * without. All alternate, so that whatever else the machine does falls on every one alike.
 */
export async function compareEngines(): Promise<void> {
  const [onnx, tfjs] = [await openEngine('onnx'), await openEngine('tfjs')];
  console.log(`\nmilliseconds of one core a training step, batch ${BATCH}: medians of ${SLICES} alternated runs`);
  console.log(`onnx: ${onnx.description}\ntfjs: ${tfjs.description}`);
  const rows = [
    await compare(cvae({ side: 14, hidden: 128, latent: 8 }), 80, onnx, tfjs),
    await compare(cvae({ side: 28, hidden: 400, latent: 20 }), 10, onnx, tfjs),
  ];
  console.table(rows);
}

/** A run is of `steps` steps: enough that every task takes it tens of milliseconds. */
async function compare(model: Model, steps: number, onnx: Engine, tfjs: Engine): Promise<Record<string, string>> {
  const tasks = [
    await training(onnx, model),
    await training(tfjs, model),
    await evaluation(onnx, productsOf(model)),
  ] as const;
  const times = tasks.map((): number[] => []);
  for (let slice = 0; slice < WARM_UP_SLICES + SLICES; slice += 1) {
    for (const [i, task] of tasks.entries()) {
      const start = processorTime();
      for (let step = 0; step < steps; step += 1) await task.run();
      if (slice >= WARM_UP_SLICES) times[i]!.push((processorTime() - start) / steps);
    }
  }
  for (const task of tasks) await task.dispose();
  const [ours, theirs, products] = times as [number[], number[], number[]];
  const ratio = (a: readonly number[], b: readonly number[]) => median(a.map((time, i) => time / b[i]!)).toFixed(2);
  return {
    network: model.name,
    onnx: median(ours).toFixed(2),
    tfjs: median(theirs).toFixed(2),
    products: median(products).toFixed(2),
    'tfjs/onnx': ratio(theirs, ours),
    'onnx/products': ratio(ours, products),
    'tfjs/products': ratio(theirs, products),
  };
}

interface Task {
  readonly run: () => Promise<unknown>;
  readonly dispose: () => Promise<void>;
}

async function training(engine: Engine, model: Model): Promise<Task> {
  const trainer = await engine.trainer(model, BATCH);
  trainer.restart(startWeights(model, keyedStream(1, 'start', 0, 0)));
  const feeds = randomFeeds(
    model,
    Object.keys(model.inputs).filter((name) => name !== 'latent'),
  );
  return { run: () => trainer.step(feeds, RATE), dispose: () => trainer.dispose() };
}

async function evaluation(engine: Engine, model: Model): Promise<Task> {
  const evaluator = await engine.evaluator(model, 'products');
  const weights = startWeights(model, keyedStream(1, 'start', 0, 0));
  const feeds = randomFeeds(model, Object.keys(model.inputs));
  return { run: () => evaluator.evaluate(weights, feeds), dispose: () => evaluator.dispose() };
}

/** Fair coins: images, labels and noise take as long whatever they show. */
function randomFeeds({ inputs }: Model, names: readonly string[]): Feeds {
  const stream = keyedStream(1, 'feeds', 0, 0);
  return Object.fromEntries(
    names.map((name) => [
      name,
      Float32Array.from({ length: BATCH * inputs[name]! }, () => Math.round(stream.uniform())),
    ]),
  );
}

/** The matrix products of a training step of the model, of operands fed as they are; their entries are summed up to come to one number. */
function productsOf(model: Model): Model {
  const step = inOrder(model.loss, ...gradients(model.loss, model.parameters));
  const products = step.flatMap(({ operation, operands }, place) => {
    if (operation.kind !== 'matmul') return [];
    const [a, b] = operands.map((operand, side) => standIn(operand, `${place}.${side}`)) as [Value, Value];
    return [sum(matmul(a, b, { a: operation.transposeA, b: operation.transposeB }))];
  });
  const total = products.reduce((a, b) => add(a, b));
  return defineModel(`products of ${model.name}`, { loss: total, outputs: { products: total } });
}

function standIn({ rows, columns }: Value, name: string): Value {
  return rows === 'batch' ? input(name, columns) : parameter(name, rows, columns, 'glorotUniform');
}
