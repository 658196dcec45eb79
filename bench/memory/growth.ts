import { collectGarbage } from '../../properties/engine/pool/collect-garbage.ts';
import { type Slope, slopeOf } from '../harness/slope.ts';

/** Looks at memory, evenly over the second half of the replicates: in the first, pools fill and code is compiled. */
const LOOKS = 20;

const kinds = ['heap', 'outside', 'process'] as const;

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
  const slope = (bytes: (usage: NodeJS.MemoryUsage) => number) =>
    slopeOf(
      looks.map(([replicate]) => replicate),
      looks.map(([, usage]) => bytes(usage)),
    );
  return {
    task: name,
    replicates,
    slopes: {
      heap: slope(({ heapUsed }) => heapUsed),
      outside: slope(({ external }) => external),
      process: slope(({ rss }) => rss),
    },
    most: Math.max(...looks.map(([, { rss }]) => rss)),
  };
}
