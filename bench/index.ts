/**
 * Speed of the block simulator against the generator it draws from, in one run: the ratio is what the simulator costs.
 * At acceptance a no simulator can exceed a ratio of a, as every accepted label takes 1/a normals.
 */
import { keyedStream } from '../sim/random/stream.ts';
import { type DesignName, prepareRetraining } from '../sim/regression/index.ts';
import { compareEngines } from './engines.ts';
import { median, processorTime } from './measure.ts';

/** Slices are short and many, so that whatever else the machine does falls on every task alike. */
const SLICES = 101;
const WARM_UP_SLICES = 20;
const LABELS = 100_000;
const KEPT = 10_000;

interface Task {
  readonly name: string;
  /** Runs once; tells how many labels it accepted and how many normals or rows it drew. */
  readonly run: () => { accepted: number; drawn: number };
}

const raw: Task = { name: 'raw normals', run: rawNormals() };
const tasks = [
  raw,
  retraining('block, 10 % accepted', 'block', 0.12566134685507402),
  retraining('block, 60 % accepted', 'block', 0.8416212335729143),
  retraining('block, 99 % accepted', 'block', 2.5758293035489004),
  retraining('gaussian, p = 5', 'gaussian', 0.8416212335729143, 5),
];

function rawNormals(): Task['run'] {
  const stream = keyedStream(1, 'raw', 0, 0);
  const block = new Float64Array(512);
  return () => {
    for (let drawn = 0; drawn < LABELS; drawn += block.length) stream.fillNormal(block);
    return { accepted: LABELS, drawn: LABELS };
  };
}

/** Verified retraining in a range of ± halfWidth·σ about the truth: where the generator is, but for its error of σ/√KEPT. */
function retraining(name: string, design: DesignName, halfWidth: number, dimension = 1): Task {
  const zeros = new Array<number>(dimension).fill(0);
  const setting = {
    thetaStar: zeros,
    knowledgeCenter: zeros,
    radius: 0,
    noise: 1,
    noiseAllowance: halfWidth,
    singularValues: zeros.map(() => Math.sqrt(KEPT)),
  };
  const rounds = LABELS / KEPT / dimension;
  const prepared = prepareRetraining(setting, () => KEPT, rounds, { design });
  const stream = keyedStream(1, name, 0, 0);
  return {
    name,
    run: () => {
      const { proposals } = prepared.run(stream);
      return { accepted: LABELS, drawn: proposals.reduce((sum, drawn) => sum + drawn, 0) };
    },
  };
}

const speeds = new Map(tasks.map((task) => [task, { accepted: [] as number[], drawn: [] as number[] }]));
for (let slice = 0; slice < WARM_UP_SLICES + SLICES; slice++) {
  for (const [task, speed] of speeds) {
    const start = processorTime();
    const { accepted, drawn } = task.run();
    const milliseconds = processorTime() - start;
    if (slice < WARM_UP_SLICES) continue;
    speed.accepted.push(accepted / milliseconds / 1000);
    speed.drawn.push(drawn / milliseconds / 1000);
  }
}

const rawSpeeds = speeds.get(raw)!.accepted;
console.log(`millions a second of one core: medians of ${SLICES} alternated runs of ${LABELS} accepted labels`);
console.table(
  [...speeds].map(([{ name }, { accepted, drawn }]) => ({
    task: name,
    'accepted/s': median(accepted).toFixed(1),
    'drawn/s': median(drawn).toFixed(1),
    'accepted/raw': median(accepted.map((speed, slice) => speed / rawSpeeds[slice]!)).toFixed(3),
  })),
);

await compareEngines();
