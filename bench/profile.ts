import { openEngine } from '../sim/networks/engines/index.ts';
import { adamOf } from '../sim/networks/engines/onnx/adam.ts';
import { keyedStream } from '../sim/random/stream.ts';
import { trainVae } from '../sim/verified-retraining/vae/training/train-vae.ts';
import { alternate, type Task, task } from './harness/alternate.ts';
import { median } from './harness/median.ts';
import type { Effort, Row, Table } from './harness/part.ts';
import { gradientSession, kernelTimes } from './networks/onnx-kernels.ts';
import { stepOf } from './networks/products.ts';
import { BATCH, coins, type Networks, sizes, trainingInputs } from './networks/sizes.ts';
import { bareProducts, start, trainingStep } from './networks/tasks.ts';

/** Training steps of a call of trainVae, as many as a round of the quick tier has. */
const STEPS = 150;

/** Images to train on, as many as a round of the quick tier keeps. */
const IMAGES = 2000;

/** Where the time of a training step goes on the default engine: by leaving parts out, and by the runtime's own profile of its kernels. */
export async function profile({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const used = smoke ? sizes.slice(0, 1) : sizes;
  const [parts, kernels]: [Row[], Row[]] = [[], []];
  for (const networks of used) {
    parts.push(...(await breakdown(networks, smoke ? 2 : STEPS, effort)));
    kernels.push(...(await kernelRows(networks, smoke ? 2 : STEPS)));
  }
  return [
    {
      title: `A training step by its parts, batches of ${BATCH}, one core`,
      rows: parts,
      notes: ['indented parts make up the one above; what has no task of its own is the difference of two'],
    },
    {
      title: 'The session by its kernels, as the runtime profiles them (by the clock; profiling slows the small ones)',
      rows: kernels,
    },
  ];
}

async function breakdown(networks: Networks, steps: number, effort: Pick<Effort, 'runs' | 'slice'>): Promise<Row[]> {
  const engine = await openEngine('onnx');
  const { vae } = networks;
  const adam = await adamOf(vae.size);
  adam.weights.set(start(vae));
  const session = await gradientSession(vae, BATCH, coins(vae, trainingInputs(vae)), start(vae));
  const timings = await alternate(
    [
      await training(networks, steps),
      await trainingStep(engine, networks),
      task('session', 1, session.run, session.release),
      task('Adam', 1, () => adam.step(0, 1)),
      await bareProducts(engine, 'a step', stepOf(vae)),
    ],
    effort,
  );
  const [whole, step, run, fused, products] = timings.map(({ milliseconds }) => milliseconds) as [
    Times,
    Times,
    Times,
    Times,
    Times,
  ];
  const row = (part: string, times: Times): Row => ({
    network: vae.name,
    part,
    'µs a step': 1000 * median(times),
    'share of the whole': median(times) / median(whole),
  });
  return [
    row('training on kept images', whole),
    row('  batch and noise', without(whole, step)),
    row('  step of the engine', step),
    row('    loss and gradient: session.run', run),
    row('    Adam', fused),
    row('    feeds, checks, tensors', without(without(step, run), fused)),
    row('bare matrix products', products),
  ];
}

/** Milliseconds a step, an entry a run. */
type Times = readonly number[];

/** What is left when a part is taken out, run by run. */
const without = (times: Times, part: Times): number[] => times.map((time, i) => time - part[i]!);

/** Whole training as a round does it: batches of kept images, fresh noise, steps. */
async function training({ vae, setting }: Networks, steps: number): Promise<Task> {
  const engine = await openEngine('onnx');
  const trainer = await engine.trainer(vae, BATCH);
  const evaluator = await engine.evaluator(vae, 'pixels');
  const stream = keyedStream(1, 'training', 0, 0);
  const images = Float32Array.from({ length: IMAGES * setting.side ** 2 }, () => Math.round(stream.uniform()));
  const labels = Uint8Array.from({ length: IMAGES }, (_, i) => i % 10);
  const weights = start(vae);
  const train = () => trainVae({ model: vae, trainer, evaluator }, setting, { images, labels }, weights, steps, stream);
  return task('training', steps, train, async () => {
    await trainer.dispose();
    await evaluator.dispose();
  });
}

async function kernelRows({ vae }: Networks, steps: number): Promise<Row[]> {
  const kernels = await kernelTimes(vae, BATCH, coins(vae, trainingInputs(vae)), start(vae), steps);
  const total = kernels.reduce((sum, { microseconds }) => sum + microseconds, 0);
  return kernels.map(({ operator, count, microseconds }) => ({
    network: vae.name,
    operator,
    kernels: count,
    'µs a step': microseconds,
    'share of the kernels': microseconds / total,
  }));
}
