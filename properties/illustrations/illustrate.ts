import type { Claim } from '../claim.ts';
import type { Crew } from '../crew.ts';
import type { IllustrationRecord } from '../evidence.ts';
import type { Journal } from '../journal.ts';
import type { Tier } from '../tier.ts';
import { paperWorld } from '../world.ts';
import { illustrations } from './index.ts';
import { tasksOf } from './task.ts';

/** What illustrations are made with. */
export interface IllustrateOptions {
  readonly seed: number;
  readonly tier: Tier;
  readonly journal: Journal;
  readonly crew: Crew;
}

/** Makes the illustrations all of whose claims are among those of a run, when the crew has nothing else to do. */
export function illustrate(
  claims: readonly Claim[],
  { seed, tier, journal, crew }: IllustrateOptions,
): Promise<IllustrationRecord[]> {
  const present = new Set(claims.map(({ id }) => id));
  const made = illustrations.filter((illustration) => illustration.claims.every((id) => present.has(id)));
  return Promise.all(
    made.map(async (illustration, place) => {
      const tasks = tasksOf(illustration, seed, tier);
      const cells = await Promise.all(
        tasks.map((task, piece) => journal.resultOf(task, () => crew.submit(task, [2, place, piece]))),
      );
      return illustration.merge(cells.flat(), { world: paperWorld, tier });
    }),
  );
}
