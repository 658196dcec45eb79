import { canonicalJson } from '../../canonical-json.ts';
import { DataError } from '../../data-error.ts';
import type { BackendDescription } from '../../evidence/evidence.ts';
import { localOptions, type SuiteContent, type SuiteOptions } from '../../suite-content.ts';
import type { Tier } from '../../tier.ts';
import type { KindOfWork, Part, PlanRequest, ReplayRequest, WorkDescription, WorkPlan } from '../kind-of-work.ts';
import { decideClaims, openRunCache, type RunTask } from './carry-out.ts';
import { excludedFrom, isReplicated, type ReplicatedClaim } from './claim.ts';
import { curveLayout } from './curve-layout.ts';
import { replayPopulation } from './decide-population.ts';
import { REPLICATED_RUNS, type ReplicationDescription } from './description.ts';
import type { Backend, BackendConfiguration, ReplicatedDesign } from './design.ts';
import { explainReplicated } from './explain.ts';
import { populationsOf, replicatedBudget, replicatedErrors, spentIn, widestPopulations } from './populations.ts';
import { type FinishedRun, ofAnyLength, runsOf } from './runs.ts';
import schema from './schema.json' with { type: 'json' };
import { shareDecisions, workOf } from './share.ts';

/** What a worker on another machine must have: the backend of the run, opened with its configuration. */
interface Requirement {
  readonly configuration: BackendConfiguration;
  readonly description: BackendDescription;
}

/** Claims over replicates of fixed settings, as a suite's design has them run. */
export function replicatedRuns(design: ReplicatedDesign): KindOfWork {
  const open = openOnce(design);
  return {
    id: REPLICATED_RUNS,
    modules: [import.meta.url, ...design.modules],
    schema,
    observations: curveLayout,
    decides: isReplicated,

    describe(claim, { tier, options }) {
      const replicated = claim as ReplicatedClaim;
      if (widestPopulations(replicated, design, tier).length === 0) return undefined;
      return describe(replicated, design, tier, design.configure(options, tier));
    },

    async plan(request: PlanRequest): Promise<WorkPlan> {
      const { suite, claims, seed, tier, options } = request;
      const replicated = claims.filter(isReplicated);
      const held = replicated.filter((claim) => widestPopulations(claim, design, tier).length > 0);
      const configuration = design.configure(options, tier);
      const backend = held.length === 0 ? undefined : await open(configuration, localOptions(suite, options));
      const populations = (claim: ReplicatedClaim) => populationsOf(claim, design, tier, configuration);
      const parts = held.flatMap((claim): Part[] => [
        ...populations(claim).map((_, index) => ({ claim: claim.id, settings: [index, index + 1] as const })),
        ...claim.mutants.map((mutant) => ({ claim: claim.id, mutant })),
      ]);
      // All decisions of a tier have about as many replicates, and a mutant is as a rule refuted on the first population.
      const runs = ({ claim: id, settings, mutant }: Part) => {
        const claim = held.find((each) => each.id === id)!;
        const population = populations(claim)[settings?.[0] ?? 0]!;
        return runsOf(claim, 0, design, { population, mutant: mutant ?? null, seed: 0, tier });
      };
      return {
        parts,
        share: (count) =>
          count === 1
            ? parts.map(() => 0)
            : shareDecisions(
                parts.map((part) => workOf(runs(part), design)),
                count,
              ),
        carryOut: (given, runtime) => {
          const errors = replicatedErrors(suite, design, tier);
          return decideClaims(held, given, { design, configuration, seed, tier, errors }, runtime);
        },
        budget: replicated.length === 0 ? null : replicatedBudget(suite, design, tier),
        backend: backend?.description ?? null,
        leftOut: replicated
          .filter((claim) => !held.includes(claim))
          .map((claim) => ({
            claim: claim.id,
            group: claim.group,
            excluded: excludedFrom(claim, spentIn(design, tier)),
          })),
        requirement: backend === undefined ? null : { configuration, description: backend.description },
        notices: held.length === 0 ? [] : design.notices(configuration, tier),
      };
    },

    async perform(task, { checkpoints, local }): Promise<FinishedRun> {
      const { run, configuration } = task as RunTask;
      const started = performance.now();
      const backend = await open(configuration, local);
      const anyLength = ofAnyLength(run);
      const curve = await backend.run(run, {
        load: () => checkpoints.load(anyLength),
        save: (bytes) => checkpoints.save(anyLength, bytes),
      });
      return { curve, milliseconds: performance.now() - started };
    },

    name(task, suite) {
      const { population, arm, replicate, rounds, mutant } = (task as RunTask).run;
      const world = mutant === null ? '' : `, mutant ${mutant}`;
      const of = claimsWith(arm, suite);
      const claims = of.length === 0 ? '' : `, of claims ${of.join(', ')}`;
      return `run of arm ${canonicalJson(arm)}, replicate ${replicate}, ${rounds} rounds, ${design.populationName(population)}${world}${claims}`;
    },

    async meets(requirement, local) {
      const { configuration, description } = requirement as Requirement;
      try {
        const same = canonicalJson((await open(configuration, local)).description) === canonicalJson(description);
        return same ? undefined : 'its backend or its data are others than those here';
      } catch (error) {
        if (error instanceof DataError) return error.message;
        throw error;
      }
    },

    explain: (claim, suite) => explainReplicated(claim as ReplicatedClaim, design, suite),

    async replay(claim, path, { suite, seed, tier, options, submit, checkpoints }: ReplayRequest) {
      const replicated = claim as ReplicatedClaim;
      const configuration = design.configure(options, tier);
      await open(configuration, localOptions(suite, options));
      const populations = populationsOf(replicated, design, tier, configuration);
      const errors = replicatedErrors(suite, design, tier);
      const cache = openRunCache([replicated], { design, configuration, tier }, { submit, checkpoints });
      const observe = cache.observe.bind(cache);
      return replayPopulation(replicated, path, { design, seed, tier, errors, populations, observe });
    },

    exercise: (claim) => design.exercise(claim as ReplicatedClaim),
  };
}

/** The backends of a design, each opened once a thread. */
function openOnce(design: ReplicatedDesign) {
  const opened = new Map<string, Promise<Backend>>();
  return (configuration: BackendConfiguration, local: SuiteOptions): Promise<Backend> => {
    const key = canonicalJson([configuration, local]);
    const backend = opened.get(key) ?? design.open(configuration, local);
    opened.set(key, backend);
    return backend;
  };
}

function describe(
  claim: ReplicatedClaim,
  design: ReplicatedDesign,
  tier: Tier,
  configuration: BackendConfiguration,
): WorkDescription {
  const spent = spentIn(design, tier);
  const strata = populationsOf(claim, design, tier, configuration).map(design.populationName);
  const details: ReplicationDescription = {
    arms: Object.fromEntries(
      Object.entries(claim.arms).map(([name, { arm, rounds }]) => [
        name,
        { arm, text: design.armText(arm), rounds: spent.rounds[rounds]! },
      ]),
    ),
    effects: claim.effects.map(({ name, direction, smallest }) => ({ name, direction, smallest })),
    excluded: excludedFrom(claim, spent),
    remarks: claim.remarks ?? [],
  };
  return {
    domain: `Replicates of fixed settings: ${strata.join('; ')}.`,
    strata,
    settings: strata.length,
    drawn: false,
    details,
  };
}

/** Ids of the claims that have an arm. */
function claimsWith(arm: unknown, { claims }: SuiteContent): string[] {
  const text = canonicalJson(arm);
  return claims
    .filter(isReplicated)
    .filter(({ arms }) => Object.values(arms).some((other) => canonicalJson(other.arm) === text))
    .map(({ id }) => id);
}
