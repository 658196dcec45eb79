import { canonicalJson } from '../../canonical-json.ts';
import type { ReplicatedDesign, ReplicatedRun, RunCost } from './design.ts';
import { carriedOut, ofAnyLength } from './runs.ts';

/** An arm that a decision looks at. Decisions that look at the same arm share its rounds. */
export interface ArmWork {
  /** The arm with its world and its population, as text. */
  readonly arm: string;
  readonly rounds: number;
  readonly cost: RunCost;
}

/** The work of the runs of one replicate of a decision. */
export function workOf(runs: readonly ReplicatedRun[], design: ReplicatedDesign): ArmWork[] {
  return runs.map((run) => {
    const done = carriedOut(run, design);
    return { arm: canonicalJson(ofAnyLength(done)), rounds: run.rounds, cost: design.costOf(done) };
  });
}

/** The work that a shard has been given: the rounds of each arm, and the cost of them all. */
interface Load {
  readonly rounds: Map<string, number>;
  total: number;
}

/**
 * The shard, from 0, that each decision goes to. Runs that a shard has already cost it nothing more, so that decisions
 * about the same arms tend to go to the same shard. This is the longest-processing-time rule of scheduling, for work
 * that can be shared: in each step the decision with the largest least added cost goes to the shard that then has the
 * least to do.
 * @param works the work of each decision.
 */
export function shareDecisions(works: readonly (readonly ArmWork[])[], count: number): number[] {
  // Shards beyond the number of decisions get none.
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
