import type { Claim } from '../../engine/claim.ts';
import type { Illustration } from '../../engine/kinds/figure-data/illustration.ts';
import { landscape } from './landscape.ts';
import { regimes } from './regimes.ts';
import { trajectories } from './trajectories.ts';
import { transferMap } from './transfer-map.ts';

/** All illustrations, in the order of the report's figures. */
export const illustrations: readonly Illustration[] = [landscape, trajectories, regimes, transferMap];

/** The illustrations of a run: those all of whose claims are among its claims. */
export function illustrationsOf(claims: readonly Pick<Claim, 'id'>[]): readonly Illustration[] {
  const present = new Set(claims.map(({ id }) => id));
  return illustrations.filter((illustration) => illustration.claims.every((id) => present.has(id)));
}

/** @throws RangeError when there is no such illustration. */
export function illustrationById(id: string): Illustration {
  const found = illustrations.find((illustration) => illustration.id === id);
  if (found !== undefined) return found;
  throw new RangeError(`no illustration '${id}': there are ${illustrations.map((each) => each.id).join(', ')}`);
}
