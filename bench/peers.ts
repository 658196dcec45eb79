import { openEngine } from '../sim/networks/engines/index.ts';
import { alternate, microseconds, type Task, timesAsLong } from './harness/alternate.ts';
import type { Effort, Row, Table } from './harness/part.ts';
import { operationsOf, stepOf } from './networks/products.ts';
import { BATCH, coins, type Networks, sizes, trainingInputs } from './networks/sizes.ts';
import { bareProducts, RATE, start, trainingStep } from './networks/tasks.ts';
import { openPyTorch, type PyTorch, pythonWithTorch } from './peers/pytorch.ts';

/** Steps at a usual rate whose losses are compared: the whole of Adam takes part in them. */
const COMPARED_STEPS = 10;
const COMPARED_RATE = 1e-3;

/** Training steps of the default engine against PyTorch's, of one network, from the same weights, on the same batch. */
export async function peers({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const python = pythonWithTorch();
  if (python === undefined) {
    return [{ title: 'PyTorch: left out, as no python3 here has it (apt-get install python3-torch)', rows: [] }];
  }
  const [agreements, times]: [Row[], Row[]] = [[], []];
  let described = '';
  for (const networks of smoke ? sizes.slice(0, 1) : sizes) {
    const { vae, setting } = networks;
    const peer = await openPyTorch(python, setting, start(vae), coins(vae, trainingInputs(vae)));
    agreements.push(await agreement(networks, peer));
    described = `PyTorch ${peer.version}, one thread; matrix products by ${peer.libraries.join(', ') || 'a library that is not known'}`;
    times.push(await comparison(networks, peer, effort));
  }
  return [
    {
      title: 'The same network in both: loss, gradient and further losses from the same weights and batch',
      rows: agreements,
      notes: [`differences are relative; beyond ${tolerance(sizes[0]!).toExponential(0)} nothing is compared`],
    },
    { title: `Training steps, batches of ${BATCH}, one core`, rows: times, notes: [described] },
  ];
}

/** Rounding of a float. */
const ROUNDING = 2 ** -24;

/** Relative error that the longest sum of a step may have by rounding, n·2⁻²⁴ in the worst case of its n terms. */
function tolerance({ vae }: Networks): number {
  return Math.max(BATCH, ...vae.parameters.map(({ rows, columns }) => Math.max(rows, columns))) * ROUNDING;
}

/** @throws Error when the two do not compute the same: their times would say nothing. */
async function agreement(networks: Networks, peer: PyTorch): Promise<Row> {
  const { vae } = networks;
  const engine = await openEngine('onnx');
  const feeds = coins(vae, trainingInputs(vae));
  const { loss, gradient } = await engine.gradient(vae, start(vae), feeds);
  const trainer = await engine.trainer(vae, BATCH);
  trainer.restart(start(vae));
  const { losses } = await peer.step(COMPARED_STEPS, COMPARED_RATE);
  let further = 0;
  for (const theirs of losses) {
    const ours = await engine.gradient(vae, trainer.weights(), feeds);
    further = Math.max(further, Math.abs(ours.loss / theirs - 1));
    await trainer.step(feeds, COMPARED_RATE);
  }
  await trainer.dispose();
  const apart = length(gradient.map((entry, i) => entry - peer.gradient[i]!)) / length(gradient);
  const row = {
    network: vae.name,
    loss,
    'loss apart': Math.abs(loss / peer.loss - 1),
    'gradient apart': apart,
    [`losses of ${COMPARED_STEPS} steps apart`]: further,
  };
  const worst = Math.max(row['loss apart'], apart, further);
  if (!(worst <= tolerance(networks))) {
    await peer.close();
    throw new Error(`${vae.name}: PyTorch computes something else, ${worst} apart: it cannot be compared`);
  }
  return row;
}

const length = (vector: Float32Array): number => Math.sqrt(vector.reduce((sum, entry) => sum + entry ** 2, 0));

async function comparison(networks: Networks, peer: PyTorch, effort: Pick<Effort, 'runs' | 'slice'>): Promise<Row> {
  const engine = await openEngine('onnx');
  const computed = stepOf(networks.vae);
  const theirs: Task = {
    name: 'PyTorch',
    amount: 1,
    time: async (steps) => (await peer.step(steps, RATE)).milliseconds,
    dispose: () => peer.close(),
  };
  const tasks = [await trainingStep(engine, networks), theirs, await bareProducts(engine, 'a step', computed)];
  const [ours, torch, products] = await alternate(tasks, effort);
  const gigaflops = (time: number) => operationsOf(computed, BATCH) / time / 1000;
  return {
    network: networks.vae.name,
    'onnx, µs': microseconds(ours!),
    'PyTorch, µs': microseconds(torch!),
    'onnx/PyTorch': timesAsLong(ours!, torch!),
    'products/onnx': timesAsLong(products!, ours!),
    'onnx, GFLOP/s': gigaflops(microseconds(ours!)),
    'PyTorch, GFLOP/s': gigaflops(microseconds(torch!)),
  };
}
