import * as fc from 'fast-check';
import { ReplayPathError } from './kinds/replay-path-error.ts';
import type { Tier } from './tier.ts';

/** A part of the domain that a claim promises to exercise, and how to draw from it. */
export interface Stratum<S, T extends Tier = Tier> {
  /** Its name in the words of the theory: 'unbiased', 'large n', 'p = 1', … */
  readonly name: string;
  /** Settings of this stratum at a tier. */
  settings(tier: T): fc.Arbitrary<S>;
  /** Whether a setting really lies in the stratum, decided from the setting alone. */
  holds(setting: S): boolean;
}

/** Where a claim is said to hold. Draws take the strata in turn, so that each stratum gets its share of them. */
export interface Domain<S, T extends Tier = Tier> {
  /** One sentence, printed with the claim. */
  readonly description: string;
  /** Each stratum must hold for its share of the draws, 1/(number of strata), or the claim is undecided. */
  readonly strata: readonly Stratum<S, T>[];
  /** Whether the domain is one fixed setting, as that of a counterexample is. A draw is then no random sample. */
  readonly pinned?: true;
}

/** A setting drawn for a claim, and how to draw it again. */
export interface Draw<S> {
  readonly index: number;
  /** The strata in which the setting lies. The stratum that it was drawn for is among them, unless the domain is wrong. */
  readonly strata: readonly string[];
  readonly setting: S;
}

/**
 * Draw `index` of a domain: a pure function of (seed, index, tier, shrinkPath).
 * @param shrinkPath the way from the drawn setting to a shrunk one, as fast-check has it.
 * @throws RangeError when the path leads to no setting.
 */
export function drawSetting<S>(domain: Domain<S>, seed: number, index: number, tier: Tier, shrinkPath = '0'): Draw<S> {
  const stratum = domain.strata[index % domain.strata.length]!;
  const walked: S[] = [];
  const property = fc.property(stratum.settings(tier), (setting) => {
    walked.push(setting);
  });
  const nowhere = (cause?: unknown) =>
    new ReplayPathError(`path ${index}:${shrinkPath} leads to no setting of this seed and tier`, { cause });
  try {
    fc.check(property, { seed, path: shrinkPath, numRuns: 1, unbiased: true });
  } catch (cause) {
    throw nowhere(cause);
  }
  // fast-check goes on to the siblings of a shrunk setting: the first setting is the one at the path. Past the last sibling there is none.
  if (walked.length === 0) throw nowhere();
  const setting = walked[0]!;
  return { index, strata: domain.strata.filter((each) => each.holds(setting)).map(({ name }) => name), setting };
}

/** A minimal failing setting, the path to it, and the number of settings that were tried. */
export interface Shrunk<S> {
  readonly shrinkPath: string;
  readonly setting: S;
  readonly tried: number;
}

/** Shrinks draw `index`, which must fail, to a minimal setting that fails too. At most `limit` settings are tried. */
export function shrinkSetting<S>(
  domain: Domain<S>,
  seed: number,
  index: number,
  tier: Tier,
  fails: (setting: S) => boolean,
  limit: number,
): Shrunk<S> {
  const stratum = domain.strata[index % domain.strata.length]!;
  let tried = 0;
  const property = fc.property(stratum.settings(tier), (setting) => {
    tried += 1;
    // The first run is the failing draw itself; past the limit nothing fails any more, which ends the shrinking.
    return tried === 1 ? false : tried > limit || !fails(setting);
  });
  const result = fc.check(property, { seed, path: '0', numRuns: 1, unbiased: true });
  return { shrinkPath: result.counterexamplePath ?? '0', setting: result.counterexample![0], tried };
}
