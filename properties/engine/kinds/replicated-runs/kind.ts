import { canonicalJson } from '../../canonical-json.ts';
import { localOptions, type SuiteContent } from '../../suite-content.ts';
import type { Tier } from '../../tier.ts';
import type { KindOfWork, ReplayRequest, WorkDescription } from '../kind-of-work.ts';
import { backendsOf, type Requirement, unmet } from './backends.ts';
import { openRunCache, type RunTask } from './carry-out.ts';
import { isReplicated, type ReplicatedClaim } from './claim.ts';
import { curveLayout } from './curve-layout.ts';
import { replayPopulation } from './decide-population.ts';
import { REPLICATED_RUNS, type ReplicationDescription } from './description.ts';
import type { BackendConfiguration, ReplicatedDesign } from './design.ts';
import { explainReplicated } from './explain.ts';
import { planRuns } from './plan.ts';
import { excludedFrom, populationsOf, replicatedErrors, spentIn, widestPopulations } from './populations.ts';
import { type FinishedRun, ofAnyLength } from './runs.ts';
import schema from './schema.json' with { type: 'json' };

/** The kind of work of claims over replicates of fixed settings, which are run as a suite's design says. */
export function replicatedRuns(design: ReplicatedDesign): KindOfWork {
  const open = backendsOf(design);
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

    plan: (request) => planRuns(request, design, open),

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

    meets: (requirement, local) => unmet(requirement as Requirement, local, open),

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
