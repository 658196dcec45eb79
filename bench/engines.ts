import type { Engine } from '../sim/networks/engine.ts';
import { openEngine } from '../sim/networks/engines/index.ts';
import type { Value } from '../sim/networks/graph/operation.ts';
import { alternate, microseconds, type Task, timesAsLong } from './harness/alternate.ts';
import type { Effort, Row, Table } from './harness/part.ts';
import { operationsOf, stepOf } from './networks/products.ts';
import { BATCH, type Networks, sizes } from './networks/sizes.ts';
import { bareProducts, generation, scoring, trainingStep } from './networks/tasks.ts';

/** What engines do in a retraining run: the task, and the values that it computes. */
const works: Readonly<
  Record<
    string,
    { task: (engine: Engine, networks: Networks) => Promise<Task>; values: (networks: Networks) => readonly Value[] }
  >
> = {
  'Training steps of the autoencoder': { task: trainingStep, values: ({ vae }) => stepOf(vae) },
  'Generation: decoder and coins': { task: generation, values: ({ vae }) => [vae.outputs.pixels!] },
  'Scoring by the verifier': { task: scoring, values: ({ verifier }) => [verifier.outputs.score!] },
};

/** Every engine against the matrix products of the same work by themselves, as the default engine's library takes them. */
export async function engines({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const [onnx, ...others] = [await openEngine('onnx'), await openEngine('tfjs')];
  const tables: Table[] = [];
  for (const [title, { task, values }] of Object.entries(works)) {
    const rows: Row[] = [];
    for (const networks of smoke ? sizes.slice(0, 1) : sizes) {
      const computed = values(networks);
      const tasks = [await bareProducts(onnx!, title, computed), await task(onnx!, networks)];
      for (const other of others) tasks.push(await task(other, networks));
      const [products, ours, ...rest] = await alternate(tasks, effort);
      for (const timing of [products!, ours!, ...rest]) {
        rows.push({
          network: networks[title.startsWith('Scoring') ? 'verifier' : 'vae'].name,
          engine: timing.name,
          'µs a batch': microseconds(timing),
          'GFLOP/s': operationsOf(computed, BATCH) / microseconds(timing) / 1000,
          'time/onnx': timesAsLong(timing, ours!),
          'products/time': timesAsLong(products!, timing),
        });
      }
    }
    tables.push({ title: `${title}, batches of ${BATCH}, one core`, rows });
  }
  const described = [onnx, ...others].map((engine) => `${engine!.name}: ${engine!.description}`);
  return tables.map((table, i) => (i === 0 ? { ...table, notes: described } : table));
}
