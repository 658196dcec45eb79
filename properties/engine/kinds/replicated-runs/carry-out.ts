import { canonicalJson } from '../../canonical-json.ts';
import type { Errors } from '../../claim.ts';
import type { DecisionRecord, MutantRecord } from '../../evidence/evidence.ts';
import type { Tier } from '../../tier.ts';
import type { FoundRecord, Part, Runtime, Task } from '../kind-of-work.ts';
import type { ReplicatedClaim } from './claim.ts';
import { curveRecords, type UsedRun } from './curve-records.ts';
import { type PopulationOptions, tryMutant, verifyPopulation } from './decide-population.ts';
import { REPLICATED_RUNS } from './description.ts';
import type { BackendConfiguration, ReplicatedDesign, ReplicatedRun } from './design.ts';
import { populationsOf, spentIn } from './populations.ts';
import { RunCache } from './run-cache.ts';
import { type FinishedRun, ofAnyLength } from './runs.ts';

/** A run as a task. */
export interface RunTask extends Task {
  readonly kind: typeof REPLICATED_RUNS;
  readonly configuration: BackendConfiguration;
  readonly run: ReplicatedRun;
}

/** What replicated claims are decided with. */
export interface DecideOptions {
  readonly design: ReplicatedDesign;
  readonly configuration: BackendConfiguration;
  readonly seed: number;
  readonly tier: Tier;
  readonly errors: Errors;
}

/** Runs come first: decisions wait for them one after another. */
const RANK = 0;

/**
 * Decides claims and their mutants, all at the same time, as their curves come in.
 * @returns the records of the decisions, claim by claim, then the curves that the decisions used.
 */
export async function decideClaims(
  claims: readonly ReplicatedClaim[],
  parts: readonly Part[],
  options: DecideOptions,
  runtime: Runtime,
): Promise<FoundRecord[]> {
  const deciding = claims.filter(({ id }) => parts.some(({ claim }) => claim === id));
  const cache = openRunCache(deciding, options, runtime);
  const decided = deciding.map(async (claim) => {
    const populations = populationsOf(claim, options.design, options.tier, options.configuration);
    const used = populations.map((): UsedRun[] => []);
    const own: PopulationOptions = { ...options, populations, observe: (run) => cache.observe(run) };
    const decide = async ({ mutant, settings }: Part): Promise<DecisionRecord | MutantRecord> => {
      const index = settings?.[0] ?? 0;
      const onUse = (run: ReplicatedRun, { curve }: FinishedRun) => used[index]!.push({ run, curve });
      const record =
        mutant === undefined
          ? await verifyPopulation(claim, index, { ...own, onUse })
          : await tryMutant(claim, mutant, own);
      runtime.decided(claim.id, [record]);
      return record;
    };
    const records = await Promise.all(parts.filter((part) => part.claim === claim.id).map(decide));
    return { records, used: used.flat() };
  });
  const all = await Promise.all(decided);
  return [
    ...all.flatMap(({ records }) => records),
    ...curveRecords(
      all.flatMap(({ used }) => used),
      options.design,
    ),
  ];
}

/** A cache of the runs that decisions about some claims ask for. A run that the cache does not have becomes a task. */
export function openRunCache(
  claims: readonly ReplicatedClaim[],
  { design, configuration, tier }: Pick<DecideOptions, 'design' | 'configuration' | 'tier'>,
  { submit, checkpoints, ran }: Pick<Runtime, 'submit' | 'checkpoints'> & Partial<Pick<Runtime, 'ran'>>,
): RunCache {
  const longest = longestRounds(claims, design, tier);
  return new RunCache(design, async (run) => {
    const task: RunTask = { kind: REPLICATED_RUNS, configuration, run };
    // Every decision needs its first replicates. Of one replicate the longest runs come first, as other runs are their beginnings.
    const finished = (await submit(task, [RANK, run.replicate, -run.rounds])) as FinishedRun;
    // A longer run goes on from the state that this one has left. After the longest there is none.
    if (run.rounds >= longest.get(canonicalJson([run.mutant, run.arm]))!) await checkpoints.remove(ofAnyLength(run));
    ran?.();
    return finished;
  });
}

/** The largest number of rounds that any claim asks of an arm, by mutant and arm. */
function longestRounds(
  claims: readonly ReplicatedClaim[],
  design: ReplicatedDesign,
  tier: Tier,
): ReadonlyMap<string, number> {
  const longest = new Map<string, number>();
  const { rounds: lengths } = spentIn(design, tier);
  for (const { arms, mutants } of claims) {
    for (const mutant of [null, ...mutants]) {
      for (const { arm, rounds: name } of Object.values(arms)) {
        const rounds = lengths[name]!;
        const simplest = design.simplest({ arm, mutant, replicate: 0, rounds });
        const key = canonicalJson([simplest.mutant, simplest.arm]);
        longest.set(key, Math.max(longest.get(key) ?? 0, rounds));
      }
    }
  }
  return longest;
}
