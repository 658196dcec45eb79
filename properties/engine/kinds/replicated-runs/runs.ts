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

/** The runs that a decision asks for in one of its replicates, an arm each, in the order of the claim's arms. */
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

/** The run that is carried out for one that is asked for: the simplest that has its curve, of the suite's world where a mutant only misreads it. */
export function carriedOut(run: ReplicatedRun, design: ReplicatedDesign): ReplicatedRun {
  const misread = run.mutant !== null && design.misreading(run.mutant) !== undefined;
  const { arm, mutant, replicate, rounds } = misread ? { ...run, mutant: null } : run;
  return { ...run, ...design.simplest({ arm, mutant, replicate, rounds }) };
}

/** Runs of all lengths that go on from one another: they share their checkpoint. */
export type RunOfAnyLength = Omit<ReplicatedRun, 'rounds'>;

/** What a run is but for its length. */
export function ofAnyLength({ rounds: _, ...rest }: ReplicatedRun): RunOfAnyLength {
  return rest;
}

/** A run that is finished, and the working time of it. */
export interface FinishedRun {
  readonly curve: Curve;
  readonly milliseconds: number;
}
