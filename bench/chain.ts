import { exactTrajectory } from '../theory/verified-retraining/many-rounds.ts';
import { constant, linear, type Schedule } from '../theory/verified-retraining/model.ts';
import { alternate, microseconds, task } from './harness/alternate.ts';
import type { Effort, Table } from './harness/part.ts';

const ROUNDS = 10;

const SCHEDULES: Readonly<Record<string, Schedule>> = {
  'n = 10': constant(10),
  'n = 1000': constant(1000),
  'n = 10 + 10k': linear(10, 10),
};

/** Half-widths of the window, R/σ: the chain has 7 more pairs of nodes for each σ. */
const HALF_WIDTHS = [1, 3, 10];

/** The exact Markov chain of the block design: a transition matrix for each distinct n, shared by all directions. */
export async function chain({ smoke, ...effort }: Effort): Promise<readonly Table[]> {
  const kinds = (smoke ? [1] : HALF_WIDTHS).flatMap((halfWidth) =>
    [1, 5].flatMap((dimension) =>
      Object.entries(SCHEDULES).map(([name, schedule]) => ({ halfWidth, dimension, name, schedule })),
    ),
  );
  const tasks = kinds.map(({ halfWidth, dimension, name, schedule }) => {
    const zeros = new Array<number>(dimension).fill(0);
    const setting = {
      thetaStar: zeros,
      knowledgeCenter: zeros.map(() => halfWidth / 4),
      radius: 0,
      noise: 1,
      noiseAllowance: halfWidth,
      singularValues: zeros.map((_, j) => 3 + j),
    };
    return task(name, 1, () => exactTrajectory(setting, schedule, ROUNDS));
  });
  const timings = await alternate(tasks, effort);
  const rows = timings.map((timing, i) => ({
    'R/σ': kinds[i]!.halfWidth,
    p: kinds[i]!.dimension,
    schedule: kinds[i]!.name,
    'ms a trajectory': microseconds(timing) / 1000,
  }));
  return [{ title: `The exact chain: trajectories of ${ROUNDS} rounds`, rows }];
}
