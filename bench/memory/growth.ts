import { collectGarbage } from '../../properties/collect-garbage.ts';

/** Looks at memory, evenly over the second half of the replicates: in the first, pools fill and code is compiled. */
const LOOKS = 20;

const kinds = ['heap', 'outside', 'process'] as const;

/** Slope of one kind of memory over replicates, and its standard error, in bytes a replicate. */
export interface Slope {
  readonly slope: number;
  readonly error: number;
}

/** How memory grew over a run. */
export interface Growth {
  readonly task: string;
  readonly replicates: number;
  /** Of the JavaScript heap after a collection; of typed arrays and native memory that is reported to it; of the whole process. */
  readonly slopes: Readonly<Record<(typeof kinds)[number], Slope>>;
  /** Most memory of the process at any look, in bytes. */
  readonly most: number;
}

/** A task whose replicates are run one after another, in order. */
export interface Task {
  readonly name: string;
  readonly replicates: number;
  run(look: (replicate: number) => void): void | Promise<void>;
}

/** Runs the replicates of a task and fits lines to the memory that is in use during the second half of them. */
export async function growthOf({ name, replicates, run }: Task): Promise<Growth> {
  const looks: (readonly [number, NodeJS.MemoryUsage])[] = [];
  const every = Math.ceil(replicates / 2 / LOOKS);
  await run((replicate) => {
    if (replicate < replicates / 2 || replicate % every > 0) return;
    collectGarbage();
    looks.push([replicate, process.memoryUsage()]);
  });
  const slopeOf = (bytes: (usage: NodeJS.MemoryUsage) => number) =>
    fitSlope(looks.map(([replicate, usage]) => [replicate, bytes(usage)]));
  return {
    task: name,
    replicates,
    slopes: {
      heap: slopeOf(({ heapUsed }) => heapUsed),
      outside: slopeOf(({ external }) => external),
      process: slopeOf(({ rss }) => rss),
    },
    most: Math.max(...looks.map(([, { rss }]) => rss)),
  };
}

/** Least-squares slope of y by x, and its standard error from the residuals. */
function fitSlope(points: readonly (readonly [number, number])[]): Slope {
  const meanOf = (axis: 0 | 1) => points.reduce((sum, point) => sum + point[axis], 0) / points.length;
  const [meanX, meanY] = [meanOf(0), meanOf(1)];
  const spread = points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
  const slope = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0) / spread;
  const residual = points.reduce((sum, [x, y]) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { slope, error: Math.sqrt(residual / (points.length - 2) / spread) };
}
