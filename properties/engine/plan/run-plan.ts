import { illustrationsOf } from '../../verified-retraining/figure-data/index.ts';
import type { IllustrationRecord } from '../../verified-retraining/figure-data/record.ts';
import { isHeldIn } from '../../verified-retraining/vae/population.ts';
import { type Claim, isDrawn, isRetraining } from '../claim.ts';
import { type Task, tasksOf } from '../kinds/drawn-settings/plan.ts';
import { type Decision, decisionsOf } from '../kinds/replicated-runs/decision.ts';
import { workOf } from '../kinds/replicated-runs/decision-work.ts';
import type { Laboratory } from '../kinds/replicated-runs/laboratory.ts';
import { shareDecisions } from '../kinds/replicated-runs/share-decisions.ts';
import type { Tier } from '../tier.ts';
import { dealt, type Shard } from './shard.ts';

/** What a run does, or a shard of it, in the parts that shards are made of. */
export interface RunPlan {
  /** Of claims that draw their settings. */
  readonly tasks: readonly Task[];
  /** About retraining claims. */
  readonly decisions: readonly Decision[];
  readonly illustrations: readonly IllustrationRecord['illustration'][];
}

/** What a plan is made from; the laboratory is needed where generators are retrained. */
export interface PlanOptions {
  readonly seed: number;
  readonly tier: Tier;
  readonly laboratory?: Pick<Laboratory, 'digits' | 'sameAs' | 'reads'> | undefined;
}

/** The plan of a whole run over some claims. */
export function planOf(claims: readonly Claim[], { seed, tier, laboratory }: PlanOptions): RunPlan {
  const retraining = claims.filter(isRetraining).filter((claim) => isHeldIn(claim, tier));
  const digits = laboratory?.digits.map(({ kind }) => kind) ?? [];
  return {
    tasks: tasksOf(claims.filter(isDrawn), seed, tier),
    decisions: decisionsOf(retraining, tier, digits),
    illustrations: illustrationsOf(claims).map(({ id }) => id),
  };
}

/**
 * The part of the plan of a whole run that a shard of it does. The shards of one count have each part once. Tasks and illustrations are dealt like
 * cards; decisions, which share their runs, so that little is run twice.
 */
export function shardOfPlan(claims: readonly Claim[], shard: Shard, options: PlanOptions): RunPlan {
  const { tasks, decisions, illustrations } = planOf(claims, options);
  return {
    tasks: dealt(tasks, shard),
    decisions: decisionsIn(shard, decisions, claims, options),
    illustrations: dealt(illustrations, shard),
  };
}

function decisionsIn(
  { index, count }: Shard,
  decisions: readonly Decision[],
  claims: readonly Claim[],
  { tier, laboratory }: PlanOptions,
): Decision[] {
  if (laboratory === undefined || count === 1) return [...decisions];
  const digits = laboratory.digits.map(({ kind }) => kind);
  const claimOf = new Map(claims.filter(isRetraining).map((claim) => [claim.id, claim]));
  const works = decisions.map((each) => workOf(each, claimOf.get(each.claim)!, { tier, digits, laboratory }));
  const shares = shareDecisions(works, count);
  return decisions.filter((_, place) => shares[place] === index - 1);
}
