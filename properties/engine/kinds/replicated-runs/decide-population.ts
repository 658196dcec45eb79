import { type Errors, type Outcome, withoutTraces } from '../../claim.ts';
import { decideEffects } from '../../decide/decide-effects.ts';
import type { DecisionRecord, MutantRecord } from '../../evidence/evidence.ts';
import type { Tier } from '../../tier.ts';
import { ReplayPathError } from '../replay-path-error.ts';
import type { ReplicatedClaim } from './claim.ts';
import type { Population, ReplicatedDesign, ReplicatedRun } from './design.ts';
import { spentIn } from './populations.ts';
import { type FinishedRun, runsOf } from './runs.ts';

/** What a population is decided with. */
export interface PopulationOptions {
  readonly design: ReplicatedDesign;
  readonly seed: number;
  readonly tier: Tier;
  readonly errors: Errors;
  /** The claim's populations by their indices. */
  readonly populations: readonly Population[];
  readonly observe: (run: ReplicatedRun) => Promise<FinishedRun>;
  /** Called, in a fixed order, for each run of the suite's own world that a decision has used. */
  readonly onUse?: (run: ReplicatedRun, finished: FinishedRun) => void;
}

/** First replicate of confirmations. No decision looks at so many, so that the randomness of a confirmation is fresh. */
const CONFIRMATIONS = 2 ** 20;

/** Decides one of a claim's populations. A refuted one is decided again on fresh replicates. */
export async function verifyPopulation(
  claim: ReplicatedClaim,
  index: number,
  options: PopulationOptions,
): Promise<DecisionRecord> {
  const population = populationAt(index, options);
  const { outcome, milliseconds } = await decide(claim, population, options);
  const record = {
    type: 'decision',
    claim: claim.id,
    index,
    strata: [options.design.populationName(population)],
    setting: options.design.settingOf(population),
    outcome,
  } as const;
  if (outcome.verdict !== 'refuted') return { ...record, milliseconds };
  const again = await decide(claim, population, options, { from: CONFIRMATIONS });
  return {
    ...record,
    counterexample: {
      setting: record.setting,
      path: String(index),
      outcome: withoutTraces(outcome),
      confirmed: again.outcome.verdict,
    },
    milliseconds: milliseconds + again.milliseconds,
  };
}

/** Holds a claim against a mutant, population after population, until one is refuted or none is left. */
export async function tryMutant(
  claim: ReplicatedClaim,
  mutant: string,
  options: PopulationOptions,
): Promise<MutantRecord> {
  const record = { type: 'mutant', claim: claim.id, mutant } as const;
  let replicates = 0;
  let milliseconds = 0;
  for (const [index, population] of options.populations.entries()) {
    const decision = await decide(claim, population, options, { mutant });
    const { verdict, comparisons } = decision.outcome;
    replicates += decision.outcome.replicates;
    milliseconds += decision.milliseconds;
    if (verdict === 'refuted') {
      const by = comparisons.find((comparison) => comparison.verdict === 'refuted')?.name ?? null;
      return { ...record, refuted: true, index, replicates, by, milliseconds };
    }
  }
  return { ...record, refuted: false, index: options.populations.length, replicates, by: null, milliseconds };
}

/**
 * Decides the population at a replay path, which is its index, on the very replicates of the run that printed the path.
 * @throws RangeError when there is no such population.
 */
export async function replayPopulation(
  claim: ReplicatedClaim,
  path: string,
  options: PopulationOptions,
): Promise<{ setting: unknown; outcome: Outcome }> {
  if (!/^\d+$/.test(path)) throw new ReplayPathError(`path '${path}': an index is needed, these settings are fixed`);
  const population = populationAt(Number(path), options);
  const { outcome } = await decide(claim, population, options);
  return { setting: options.design.settingOf(population), outcome: withoutTraces(outcome) };
}

function populationAt(index: number, { populations, design }: PopulationOptions): Population {
  const population = populations[index];
  if (population !== undefined) return population;
  const names = populations.map((each, place) => `${place} (${design.populationName(each)})`).join(', ');
  throw new ReplayPathError(`there is no setting ${index}: the settings are ${names}`);
}

/** One decision over replicates from number `from` on. */
async function decide(
  claim: ReplicatedClaim,
  population: Population,
  { design, seed, tier, errors, observe, onUse }: PopulationOptions,
  { mutant = null, from = 0 }: { readonly mutant?: string | null; readonly from?: number } = {},
): Promise<{ outcome: Outcome; milliseconds: number }> {
  const { leastReplicates, maximumReplicates } = spentIn(design, tier);
  const arms = Object.keys(claim.arms);
  const runs = (replicate: number) => runsOf(claim, from + replicate, design, { population, mutant, seed, tier });
  const seen: (readonly FinishedRun[])[] = [];
  const outcome = await decideEffects(
    claim.effects,
    async (replicate) => {
      const finished = await Promise.all(runs(replicate).map(observe));
      seen[replicate] = finished;
      const curves = Object.fromEntries(arms.map((name, arm) => [name, finished[arm]!.curve]));
      return claim.effects.map((effect) => effect.of(curves));
    },
    { ...errors, leastReplicates, maximumReplicates },
  );
  const used = seen.slice(0, outcome.replicates);
  if (mutant === null) {
    used.forEach((finished, replicate) => {
      for (const [arm, run] of runs(replicate).entries()) onUse?.(run, finished[arm]!);
    });
  }
  return { outcome, milliseconds: used.flat().reduce((sum, each) => sum + each.milliseconds, 0) };
}
