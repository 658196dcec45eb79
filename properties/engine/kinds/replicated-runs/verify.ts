import { type Population, populationName } from '../../../verified-retraining/vae/population.ts';
import { retrainingTiers, settings } from '../../../verified-retraining/vae/tier.ts';
import { type Errors, type Outcome, withoutTraces } from '../../claim.ts';
import { decideEffects } from '../../decide/decide-effects.ts';
import type { DrawRecord, MutantRecord } from '../../evidence/evidence.ts';
import type { Tier } from '../../tier.ts';
import type { RetrainingClaim } from './claim.ts';
import type { RetrainingRun } from './laboratory.ts';
import { runsOf } from './runs-of-decision.ts';
import type { FinishedRun } from './task.ts';

/** What a retraining claim is decided under. */
export interface RetrainingVerifyOptions {
  readonly seed: number;
  readonly tier: Tier;
  readonly errors: Errors;
  /** The claim's populations; the draws are their places. */
  readonly populations: readonly Population[];
  readonly observe: (run: RetrainingRun) => Promise<FinishedRun>;
  /** Is told, in a fixed order, of each run of the paper's world that a decision has used. */
  readonly onUse?: (run: RetrainingRun, finished: FinishedRun) => void;
}

/** First replicate of confirmations: beyond all that a decision looks at, so that their randomness is fresh. */
const CONFIRMATIONS = 2 ** 20;

/** Decides draw `index` of a claim: one of its populations. A refuted one is looked at again on fresh replicates. */
export async function verifyPopulation(
  claim: RetrainingClaim,
  index: number,
  options: RetrainingVerifyOptions,
): Promise<DrawRecord> {
  const population = populationAt(index, options);
  const { outcome, milliseconds } = await decide(claim, population, options);
  const record = {
    type: 'draw',
    claim: claim.id,
    draw: index,
    regimes: [populationName(population)],
    setting: settingOf(population),
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

/** Holds a claim against a mutant, population after population, until one refutes it or none is left. */
export async function attackPopulations(
  claim: RetrainingClaim,
  mutant: string,
  options: RetrainingVerifyOptions,
): Promise<MutantRecord> {
  const record = { type: 'mutant', claim: claim.id, mutant } as const;
  let replicates = 0;
  let milliseconds = 0;
  for (const [draw, population] of options.populations.entries()) {
    const decision = await decide(claim, population, options, { mutant });
    const { verdict, comparisons } = decision.outcome;
    replicates += decision.outcome.replicates;
    milliseconds += decision.milliseconds;
    if (verdict === 'refuted') {
      const by = comparisons.find((comparison) => comparison.verdict === 'refuted')?.name ?? null;
      return { ...record, refuted: true, draw, replicates, by, milliseconds };
    }
  }
  return { ...record, refuted: false, draw: options.populations.length, replicates, by: null, milliseconds };
}

/**
 * Decides the population at a replay path, its draw number, on the very replicates of the run that printed it.
 * @throws RangeError when there is no such draw.
 */
export async function replayPopulation(
  claim: RetrainingClaim,
  path: string,
  options: RetrainingVerifyOptions,
): Promise<{ setting: unknown; outcome: Outcome }> {
  if (!/^\d+$/.test(path)) throw new RangeError(`path '${path}': a draw number is needed, these settings are fixed`);
  const population = populationAt(Number(path), options);
  const { outcome } = await decide(claim, population, options);
  return { setting: settingOf(population), outcome: withoutTraces(outcome) };
}

function populationAt(index: number, { populations }: RetrainingVerifyOptions): Population {
  const population = populations[index];
  if (population !== undefined) return population;
  const names = populations.map((each, draw) => `${draw} (${populationName(each)})`).join(', ');
  throw new RangeError(`there is no draw ${index}: the draws are ${names}`);
}

function settingOf({ digits, setting }: Population) {
  return { digits, setting, ...settings[setting] };
}

/** One decision over replicates from number `from` on. */
async function decide(
  claim: RetrainingClaim,
  population: Population,
  { seed, tier, errors, observe, onUse }: RetrainingVerifyOptions,
  { mutant = null, from = 0 }: { readonly mutant?: string | null; readonly from?: number } = {},
): Promise<{ outcome: Outcome; milliseconds: number }> {
  const { leastReplicates, maximumReplicates } = retrainingTiers[tier.name];
  const arms = Object.keys(claim.arms);
  const runs = (replicate: number) => runsOf(claim, from + replicate, { population, mutant, seed, tier });
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
