import { streamFamily } from '../../../../sim/random/stream.ts';
import { illustrationById } from '../../../verified-retraining/figure-data/index.ts';
import { paperWorld, type World } from '../../../verified-retraining/world.ts';
import { type Tier, tiers } from '../../tier.ts';
import type { Illustration } from './illustration.ts';

/** Some cells of an illustration as a piece of work that any worker can do. Plain data. */
export interface IllustrationTask {
  readonly seed: number;
  readonly tier: Tier['name'];
  readonly illustration: Illustration['id'];
  readonly cells: readonly [from: number, to: number];
}

/** Pieces that an illustration's cells are cut into: enough to keep several workers busy, few enough to cost no overhead. */
const PIECES = 8;

/** The tasks of an illustration, in the order of its cells. */
export function tasksOf({ id, cells }: Illustration, seed: number, tier: Tier): IllustrationTask[] {
  const size = Math.ceil(cells / PIECES);
  return Array.from({ length: Math.ceil(cells / size) }, (_, piece) => ({
    seed,
    tier: tier.name,
    illustration: id,
    cells: [piece * size, Math.min((piece + 1) * size, cells)],
  }));
}

/** Simulates the cells of a task, in their order: the same task comes to the same anywhere. */
export function performCells(task: IllustrationTask, world: World = paperWorld): unknown[] {
  const illustration = illustrationById(task.illustration);
  const tier = tiers[task.tier];
  const [from, to] = task.cells;
  return Array.from({ length: to - from }, (_, offset) => {
    const index = from + offset;
    const streams = streamFamily(task.seed, `illustration/${illustration.id}`, index);
    return illustration.cell(index, { world, tier, stream: (replicate) => streams.at(replicate) });
  });
}
