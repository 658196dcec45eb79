import type { Tier } from '../../tier.ts';
import type { ReplicatedClaim } from './claim.ts';
import type { Curve } from './curve-record.ts';
import type { Population, ReplicatedDesign, ReplicatedRun } from './design.ts';
import { spentIn } from './populations.ts';

/** A decision about a claim: on one of its populations, in the suite's world or a mutant's. */
export interface DecidedOn {
  readonly population: Population;
  /** Id of the mutant; null for the suite's own world. */
  readonly mutant: string | null;
  readonly seed: number;
  readonly tier: Tier;
}

/** The runs that a decision asks for in one replicate: one for each arm, in the order of the claim's arms. */
export function runsOf(
  claim: ReplicatedClaim,
  replicate: number,
  design: ReplicatedDesign,
  { population, mutant, seed, tier }: DecidedOn,
): ReplicatedRun[] {
  const { rounds, observedInFull } = spentIn(design, tier);
  return Object.values(claim.arms).map((each) => ({
    population,
    arm: each.arm,
    mutant,
    seed,
    replicate,
    rounds: rounds[each.rounds]!,
    observeAll: replicate < observedInFull,
    samples: replicate === 0,
  }));
}

/**
 * The run that is carried out for the one that is asked for: the simplest run with its curve. A mutant that only
 * misreads has the runs of the suite's own world.
 */
export function carriedOut(run: ReplicatedRun, design: ReplicatedDesign): ReplicatedRun {
  const misread = run.mutant !== null && design.misreading(run.mutant) !== undefined;
  const { arm, mutant, replicate, rounds } = misread ? { ...run, mutant: null } : run;
  return { ...run, ...design.simplest({ arm, mutant, replicate, rounds }) };
}

/** A run without its length. Runs that differ in length alone go on from one another and share their checkpoint. */
export type RunOfAnyLength = Omit<ReplicatedRun, 'rounds'>;

/** A run without its length. */
export function ofAnyLength({ rounds: _, ...rest }: ReplicatedRun): RunOfAnyLength {
  return rest;
}

/** The curve of a finished run, and its working time. */
export interface FinishedRun {
  readonly curve: Curve;
  readonly milliseconds: number;
}
