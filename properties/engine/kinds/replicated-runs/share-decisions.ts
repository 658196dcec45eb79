import { type ArmWork, stepsOf } from './decision-work.ts';

/** The work that a shard has been given: the rounds of each arm, and training steps in all. */
interface Load {
  readonly rounds: Map<string, number>;
  steps: number;
}

/**
 * Shares decisions out to shards and says which each goes to, from 0. What a shard runs anyway costs it nothing more, so decisions that look at the
 * same arms tend to meet. First comes, each time, the decision that adds most wherever it goes; it goes where there is least to do afterwards: the
 * longest-processing-time rule of scheduling, for work that can be shared.
 * @param works what each decision runs.
 */
export function shareDecisions(works: readonly (readonly ArmWork[])[], count: number): number[] {
  // No more shards than decisions get any.
  const loads = Array.from({ length: Math.min(count, works.length) }, (): Load => ({ rounds: new Map(), steps: 0 }));
  const shares: number[] = [];
  const left = new Set(works.keys());
  while (left.size > 0) {
    const additions = [...left].map((place) => ({
      place,
      steps: loads.map((load) => stepsAdded(works[place]!, load)),
    }));
    const { place, steps } = additions.reduce((most, each) =>
      Math.min(...each.steps) > Math.min(...most.steps) ? each : most,
    );
    const totals = loads.map((load, shard) => load.steps + steps[shard]!);
    const shard = totals.indexOf(Math.min(...totals));
    give(loads[shard]!, works[place]!);
    shares[place] = shard;
    left.delete(place);
  }
  return shares;
}

/** Training steps that work adds to a load. */
function stepsAdded(work: readonly ArmWork[], { rounds: given }: Load): number {
  return work.reduce((sum, each) => {
    const before = given.get(each.arm);
    const known = before === undefined ? 0 : stepsOf({ ...each, rounds: Math.min(before, each.rounds) });
    return sum + stepsOf(each) - known;
  }, 0);
}

function give(load: Load, work: readonly ArmWork[]): void {
  load.steps += stepsAdded(work, load);
  for (const { arm, rounds } of work) load.rounds.set(arm, Math.max(rounds, load.rounds.get(arm) ?? 0));
}
