import { canonicalJson } from '../../canonical-json.ts';
import type { ReplicatedDesign, ReplicatedRun, RunCost } from './design.ts';
import { carriedOut, ofAnyLength } from './runs.ts';

/** An arm of a replicate that a decision looks at: decisions that look at the same one share its rounds. */
export interface ArmWork {
  /** Which arm it is, of which world and population. */
  readonly arm: string;
  readonly rounds: number;
  readonly cost: RunCost;
}

/** What the runs of one replicate of a decision take. */
export function workOf(runs: readonly ReplicatedRun[], design: ReplicatedDesign): ArmWork[] {
  return runs.map((run) => {
    const done = carriedOut(run, design);
    return { arm: canonicalJson(ofAnyLength(done)), rounds: run.rounds, cost: design.costOf(done) };
  });
}

/** The work that a shard has been given: the rounds of each arm, and their cost in all. */
interface Load {
  readonly rounds: Map<string, number>;
  total: number;
}

/**
 * Shares decisions out to shards and says which each goes to, from 0. What a shard runs anyway costs it nothing more, so decisions that look at the
 * same arms tend to meet. First comes, each time, the decision that adds most wherever it goes; it goes where there is least to do afterwards: the
 * longest-processing-time rule of scheduling, for work that can be shared.
 * @param works what each decision runs.
 */
export function shareDecisions(works: readonly (readonly ArmWork[])[], count: number): number[] {
  // No more shards than decisions get any.
  const loads = Array.from({ length: Math.min(count, works.length) }, (): Load => ({ rounds: new Map(), total: 0 }));
  const shares: number[] = [];
  const left = new Set(works.keys());
  while (left.size > 0) {
    const additions = [...left].map((place) => ({
      place,
      costs: loads.map((load) => costAdded(works[place]!, load)),
    }));
    const { place, costs } = additions.reduce((most, each) =>
      Math.min(...each.costs) > Math.min(...most.costs) ? each : most,
    );
    const totals = loads.map((load, shard) => load.total + costs[shard]!);
    const shard = totals.indexOf(Math.min(...totals));
    give(loads[shard]!, works[place]!);
    shares[place] = shard;
    left.delete(place);
  }
  return shares;
}

function costAdded(work: readonly ArmWork[], { rounds: given }: Load): number {
  return work.reduce((sum, each) => {
    const before = given.get(each.arm);
    const known = before === undefined ? 0 : costOf({ ...each, rounds: Math.min(before, each.rounds) });
    return sum + costOf(each) - known;
  }, 0);
}

/** The cost of some rounds of an arm. */
export function costOf({ cost, rounds }: ArmWork): number {
  return cost.start + rounds * cost.round;
}

function give(load: Load, work: readonly ArmWork[]): void {
  load.total += costAdded(work, load);
  for (const { arm, rounds } of work) load.rounds.set(arm, Math.max(rounds, load.rounds.get(arm) ?? 0));
}
