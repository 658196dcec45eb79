/**
 * Whether memory grows over a run of many replicates: npx tsx bench/memory.ts [replicates]
 * Prints slopes in bytes a replicate, each with its standard error: of the heap, of memory outside it (typed arrays, and native
 * memory as far as it is told of), and of the process.
 */
import { openEngine } from '../sim/vae/engines/index.ts';
import { type Growth, growthOf, type Slope } from './memory/growth.ts';
import { engineSteps, regression, retraining } from './memory/tasks.ts';

const REPLICATES = 10_000;
/** What takes longer has fewer replicates, by these factors: a training step of TensorFlow.js, and a whole run of retraining. */
const SLOWER = 20;

/** Runs every task, shortest first, and tells how memory grew. */
export async function* memoryGrowth(replicates: number = REPLICATES): AsyncGenerator<Growth> {
  yield await growthOf(regression(replicates));
  const onnx = await openEngine('onnx');
  yield await growthOf(engineSteps(onnx, replicates));
  yield await growthOf(retraining(onnx, replicates / SLOWER));
  yield await growthOf(engineSteps(await openEngine('tfjs'), replicates / SLOWER));
}

function bytes({ slope, error }: Slope): string {
  return `${slope.toFixed(1)} ± ${error.toFixed(1)}`;
}

if (process.argv[1] === import.meta.filename) {
  console.log('bytes a replicate over the second half of the replicates, ± standard error of the slope');
  for await (const { task, replicates, slopes, most } of memoryGrowth(Number(process.argv[2] ?? REPLICATES))) {
    const { heap, outside, process } = slopes;
    console.log(`${task} (${replicates} replicates, at most ${Math.round(most / 2 ** 20)} MiB)`);
    console.log(`  heap ${bytes(heap)}, outside ${bytes(outside)}, process ${bytes(process)}`);
  }
}
