import type { Claim } from '../claim.ts';
import type { RunRecord } from '../evidence/evidence.ts';
import type { KindOfWork, Part, WorkPlan } from '../kinds/kind-of-work.ts';
import { type ClaimSources, claimSources } from '../sources/claim-sources.ts';
import type { Suite } from '../suite.ts';
import type { SuiteOptions } from '../suite-content.ts';
import type { Tier } from '../tier.ts';
import { runRecord } from './run-record.ts';
import { type Shard, wholeRun } from './shard.ts';
import { runOfShard } from './shard-run.ts';

/** What a run is asked to do. */
export interface RunRequest {
  readonly suite: Suite;
  /** In the order of the suite; all of its claims when absent. */
  readonly claims?: readonly Claim[];
  readonly seed: number;
  readonly tier: Tier;
  /** Values of the suite's options; none when absent. */
  readonly options?: SuiteOptions;
  /** The part of the run that is done here; the whole run when absent. */
  readonly shard?: Shard;
}

/** What one kind of work does in a run, or in a shard of a run. */
export interface PlannedWork {
  readonly kind: KindOfWork;
  readonly plan: WorkPlan;
  /** The parts that are done here. */
  readonly parts: readonly Part[];
}

/** A planned run. It is made once; command line, progress, journal, queue and report read it. */
export interface RunPlan {
  readonly suite: Suite;
  readonly claims: readonly Claim[];
  readonly options: SuiteOptions;
  readonly shard: Shard;
  /** The record of the whole run. */
  readonly record: RunRecord;
  /** The run as the shard sees it: the record itself when the shard is the whole run. */
  readonly here: RunRecord;
  readonly sources: ClaimSources;
  readonly work: readonly PlannedWork[];
}

/** Plans a run. @throws DataError when data that a kind of work needs are missing. */
export async function planRun(request: RunRequest): Promise<RunPlan> {
  const { suite, seed, tier, options = {}, shard = wholeRun } = request;
  const { claims = suite.claims } = request;
  const planned = await Promise.all(
    suite.kinds.map(async (kind) => ({ kind, plan: await kind.plan({ suite, claims, seed, tier, options }) })),
  );
  const work = planned.map(({ kind, plan }) => {
    const shares = plan.share(shard.count);
    return { kind, plan, parts: plan.parts.filter((_, place) => shares[place] === shard.index - 1) };
  });
  const sources = claimSources(suite, claims);
  const record = runRecord({ suite, claims, seed, tier, options, shard, planned, sources });
  const here =
    shard.count === 1
      ? record
      : runOfShard(
          record,
          work.flatMap(({ parts }) => parts),
        );
  return { suite, claims, options, shard, record, here, sources, work };
}

/** The number of parts that are done here, by the id of their claim. */
export function partsByClaim({ work }: Pick<RunPlan, 'work'>): ReadonlyMap<string, number> {
  const parts = new Map<string, number>();
  for (const { claim } of work.flatMap(({ parts }) => parts))
    if (claim !== null) parts.set(claim, (parts.get(claim) ?? 0) + 1);
  return parts;
}

/** What the kinds of work of a run require of a worker on another machine, by their ids. */
export function requirementsOf({ work }: Pick<RunPlan, 'work'>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    work.flatMap(({ kind, plan }) => (plan.requirement === null ? [] : [[kind.id, plan.requirement]])),
  );
}
