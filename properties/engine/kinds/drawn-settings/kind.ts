import type { Errors } from '../../claim.ts';
import type { DecisionRecord, MutantRecord } from '../../evidence/evidence.ts';
import { claimOf, mutantOf, type SuiteContent, tierOf } from '../../suite-content.ts';
import type { Tier } from '../../tier.ts';
import type { FoundRecord, KindOfWork, Part, PlanRequest, Task, WorkPlan } from '../kind-of-work.ts';
import { drawnBudget, drawnErrors } from './budget.ts';
import { type DrawnClaim, isDrawn } from './claim.ts';
import { drawsOf, replayDraw, tryMutant, verifyDraw } from './draw.ts';

/** Id of the kind of work. */
export const DRAWN_SETTINGS = 'drawn-settings';

/** A part of a claim that draws its settings: some of its draws, or one of its mutants. */
type DrawnPart = { readonly claim: string } & (
  | { readonly settings: readonly [from: number, to: number] }
  | { readonly mutant: string }
);

/** A part of a claim as a task. */
type DrawnTask = Task & DrawnPart & { readonly seed: number; readonly tier: string; readonly errors: Errors };

/** The number of parts that a claim's draws are cut into: enough to keep several workers busy, few enough to cost no overhead. */
const PIECES = 8;

/** Draws come after replicated runs, and fill the time in which those wait for their decisions. */
const RANK = 1;

/** The kind of work of claims over settings that are drawn at random from a domain. Each draw is decided on its own. */
export const drawnSettings: KindOfWork = {
  id: DRAWN_SETTINGS,
  modules: [import.meta.url],
  schema: { observation: null, details: null },
  decides: isDrawn,

  describe(claim, { tier }) {
    const drawn = claim as DrawnClaim;
    const { description, strata, pinned = false } = drawn.domain;
    return {
      domain: description,
      strata: strata.map(({ name }) => name),
      settings: drawsOf(drawn, tier),
      drawn: !pinned,
      details: null,
    };
  },

  async plan({ suite, claims, seed, tier }: PlanRequest): Promise<WorkPlan> {
    const parts = claims.filter(isDrawn).flatMap((claim) => partsOf(claim, tier));
    const errors = drawnErrors(suite, tier);
    return {
      parts,
      // The shards take the parts in turn.
      share: (count) => parts.map((_, place) => place % count),
      async carryOut(given, { submit, decided }) {
        const found = await Promise.all(
          given.map(async (part, place) => {
            // With its errors, which depend on all claims of the suite: a task says all that its outcome depends on.
            const task = { kind: DRAWN_SETTINGS, seed, tier: tier.name, errors, ...part };
            // In the order of the claims, so that one claim after another is decided.
            const records = (await submit(task, [RANK, place])) as FoundRecord[];
            decided(part.claim!, records);
            return records;
          }),
        );
        return found.flat();
      },
      budget: drawnBudget(suite, tier),
      backend: null,
      leftOut: [],
      requirement: null,
      notices: [],
    };
  },

  async perform(task, { suite }): Promise<(DecisionRecord | MutantRecord)[]> {
    const { seed, tier: name, errors, claim: id, ...part } = task as DrawnTask;
    const claim = drawnClaimOf(suite, id);
    const tier = tierOf(suite, name);
    const options = { seed, tier, errors };
    if ('mutant' in part) return [tryMutant(claim, mutantOf(suite, part.mutant), options)];
    const [from, to] = part.settings;
    const inWorld = { ...options, world: suite.world };
    return Array.from({ length: to - from }, (_, offset) => verifyDraw(claim, from + offset, inWorld));
  },

  name(task) {
    const { claim, ...part } = task as DrawnTask;
    if ('mutant' in part) return `claim ${claim}, mutant ${part.mutant}`;
    return `claim ${claim}, settings ${part.settings[0]} to ${part.settings[1] - 1}`;
  },

  meets: async () => undefined,

  explain(claim, { tiers }) {
    const { domain, ...drawn } = claim as DrawnClaim;
    const draws = tiers.map((tier) => `${drawsOf({ domain, ...drawn }, tier)} in the ${tier.name} tier`);
    return [
      `Domain: ${domain.description}`,
      `Strata, each for its share of the settings: ${domain.strata.map(({ name }) => name).join(', ')}`,
      `Settings: ${draws.join(', ')}`,
    ];
  },

  async replay(claim, path, { suite, seed, tier }) {
    return replayDraw(claim as DrawnClaim, path, { seed, tier, errors: drawnErrors(suite, tier), world: suite.world });
  },

  /** Decides the first draw of each stratum as in the first tier. The seed is any: which code runs depends little on it. */
  async exercise(claim, suite) {
    const drawn = claim as DrawnClaim;
    const tier = suite.tiers[0]!;
    const options = { seed: 1, tier, errors: drawnErrors(suite, tier), world: suite.world };
    for (const index of drawn.domain.strata.keys()) verifyDraw(drawn, index, options);
  },
};

function partsOf(claim: DrawnClaim, tier: Tier): Part[] {
  const draws = drawsOf(claim, tier);
  const size = Math.ceil(draws / PIECES);
  return [
    ...Array.from({ length: Math.ceil(draws / size) }, (_, piece) => ({
      claim: claim.id,
      settings: [piece * size, Math.min((piece + 1) * size, draws)] as const,
    })),
    ...claim.mutants.map((mutant) => ({ claim: claim.id, mutant })),
  ];
}

function drawnClaimOf(suite: SuiteContent, id: string): DrawnClaim {
  const claim = claimOf(suite, id);
  if (isDrawn(claim)) return claim;
  throw new RangeError(`claim '${id}' draws no settings`);
}
