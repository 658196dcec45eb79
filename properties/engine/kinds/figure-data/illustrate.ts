import { illustrationById } from '../../../verified-retraining/figure-data/index.ts';
import type { IllustrationRecord } from '../../../verified-retraining/figure-data/record.ts';
import { paperWorld } from '../../../verified-retraining/world.ts';
import type { Crew } from '../../pool/crew.ts';
import type { Journal } from '../../pool/journal.ts';
import type { Tier } from '../../tier.ts';
import { tasksOf } from './task.ts';

/** What illustrations are made with. */
export interface IllustrateOptions {
  readonly seed: number;
  readonly tier: Tier;
  readonly journal: Journal;
  readonly crew: Crew;
}

/** Makes illustrations when the crew has nothing else to do. */
export function illustrate(
  ids: readonly IllustrationRecord['illustration'][],
  { seed, tier, journal, crew }: IllustrateOptions,
): Promise<IllustrationRecord[]> {
  return Promise.all(
    ids.map(illustrationById).map(async (illustration, place) => {
      const tasks = tasksOf(illustration, seed, tier);
      const cells = await Promise.all(
        tasks.map((task, piece) => journal.resultOf(task, () => crew.submit(task, [2, place, piece]))),
      );
      return illustration.merge(cells.flat(), { world: paperWorld, tier });
    }),
  );
}
