import type { Claim } from './claim.ts';
import type { KindOfWork } from './kinds/kind-of-work.ts';
import { named, type SuiteContent } from './suite-content.ts';

/** A theory and all that the engine needs to hold it against simulations: one plain object, which every function of the engine is given. */
export interface Suite<World = unknown> extends SuiteContent<World> {
  /** The kinds of work that its runs consist of, in the order of their records. */
  readonly kinds: readonly KindOfWork[];
}

/** @throws RangeError when the suite has no such kind of work. */
export function kindOf({ kinds }: Pick<Suite, 'kinds'>, id: string): KindOfWork {
  return named('kind of work', kinds, id);
}

/** The kind of work that decides a claim. @throws RangeError when the suite has none. */
export function kindDeciding({ kinds }: Pick<Suite, 'kinds'>, claim: Claim): KindOfWork {
  const kind = kinds.find((each) => each.decides(claim));
  if (kind !== undefined) return kind;
  throw new RangeError(`claim '${claim.id}' is decided by no kind of work of its suite`);
}
