import { openEngine } from '../sim/networks/engines/index.ts';
import type { Effort, Table } from './harness/part.ts';
import type { Slope } from './harness/slope.ts';
import { type Growth, growthOf } from './memory/growth.ts';
import { engineSteps, regression, retraining } from './memory/tasks.ts';

const REPLICATES = 10_000;
const SMOKE_REPLICATES = 800;
/** What takes longer has fewer replicates, by these factors: a training step of TensorFlow.js, and a whole run of retraining. */
const SLOWER = 20;

/**
 * Whether memory grows over a run of many replicates: slopes in bytes a replicate of the heap, of memory outside it (typed arrays, and native
 * memory that Node knows of), and of the process.
 */
export async function memory({ smoke }: Pick<Effort, 'smoke'>): Promise<readonly Table[]> {
  const rows = [];
  for await (const { task, replicates, slopes, most } of memoryGrowth(smoke ? SMOKE_REPLICATES : REPLICATES)) {
    const { heap, outside, process } = slopes;
    rows.push({
      task,
      replicates,
      heap: bytes(heap),
      outside: bytes(outside),
      process: bytes(process),
      'most, MiB': most / 2 ** 20,
    });
  }
  return [{ title: 'Memory: bytes a replicate over the second half of the replicates, ± standard error', rows }];
}

/** Runs every task, shortest first, and tells how memory grew. */
async function* memoryGrowth(replicates: number): AsyncGenerator<Growth> {
  yield await growthOf(regression(replicates));
  const onnx = await openEngine('onnx');
  yield await growthOf(engineSteps(onnx, replicates));
  yield await growthOf(retraining(onnx, replicates / SLOWER));
  yield await growthOf(engineSteps(await openEngine('tfjs'), replicates / SLOWER));
}

function bytes({ slope, error }: Slope): string {
  return `${slope.toFixed(1)} ± ${error?.toFixed(1) ?? '?'}`;
}
