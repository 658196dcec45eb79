import { localOptions } from '../../suite-content.ts';
import type { Part, PlanRequest, WorkPlan } from '../kind-of-work.ts';
import type { OpenBackend, Requirement } from './backends.ts';
import { decideClaims } from './carry-out.ts';
import { isReplicated, type ReplicatedClaim } from './claim.ts';
import type { ReplicatedDesign } from './design.ts';
import {
  excludedFrom,
  populationsOf,
  replicatedBudget,
  replicatedErrors,
  spentIn,
  widestPopulations,
} from './populations.ts';
import { runsOf } from './runs.ts';
import { shareDecisions, workOf } from './share.ts';

/** Plans the replicated claims of a run: a part is the decision of one population, or of one mutant. */
export async function planRuns(
  { suite, claims, seed, tier, options }: PlanRequest,
  design: ReplicatedDesign,
  open: OpenBackend,
): Promise<WorkPlan> {
  const replicated = claims.filter(isReplicated);
  const held = replicated.filter((claim) => widestPopulations(claim, design, tier).length > 0);
  const configuration = design.configure(options, tier);
  const backend = held.length === 0 ? undefined : await open(configuration, localOptions(suite, options));
  const populations = (claim: ReplicatedClaim) => populationsOf(claim, design, tier, configuration);
  const parts = held.flatMap((claim): Part[] => [
    ...populations(claim).map((_, index) => ({ claim: claim.id, settings: [index, index + 1] as const })),
    ...claim.mutants.map((mutant) => ({ claim: claim.id, mutant })),
  ]);
  // All decisions of a tier take about the same number of replicates, and most mutants are refuted on the first population.
  const runs = ({ claim: id, settings, mutant }: Part) => {
    const claim = held.find((each) => each.id === id)!;
    const population = populations(claim)[settings?.[0] ?? 0]!;
    return runsOf(claim, 0, design, { population, mutant: mutant ?? null, seed: 0, tier });
  };
  const works = () => parts.map((part) => workOf(runs(part), design));
  return {
    parts,
    share: (count) => (count === 1 ? parts.map(() => 0) : shareDecisions(works(), count)),
    carryOut(given, runtime) {
      const errors = replicatedErrors(suite, design, tier);
      return decideClaims(held, given, { design, configuration, seed, tier, errors }, runtime);
    },
    budget: replicated.length === 0 ? null : replicatedBudget(suite, design, tier),
    backend: backend?.description ?? null,
    leftOut: replicated
      .filter((claim) => !held.includes(claim))
      .map((claim) => ({ claim: claim.id, group: claim.group, excluded: excludedFrom(claim, spentIn(design, tier)) })),
    requirement:
      backend === undefined ? null : ({ configuration, description: backend.description } satisfies Requirement),
    notices: held.length === 0 ? [] : design.notices(configuration, tier),
  };
}
