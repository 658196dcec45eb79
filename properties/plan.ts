import { reference, statement } from '../theory/statements.ts';
import type { Claim, Errors } from './claim.ts';
import { claimById, claims } from './claims/index.ts';
import { type ErrorBudget, errorBudget } from './decide/error-budget.ts';
import { type EvidenceRecord, evidenceVersion, type RunRecord } from './evidence.ts';
import { mutantById, mutants } from './mutants/index.ts';
import { type Tier, tiers } from './tier.ts';
import { attack, drawsOf, verifyDraw } from './verify.ts';

/** A piece of work that any worker can do: some draws of a claim, or a claim against a mutant. Plain data. */
export type Task = { readonly seed: number; readonly tier: Tier['name']; readonly claim: string } & (
  | { readonly draws: readonly [from: number, to: number] }
  | { readonly mutant: string }
);

/** What a run may get wrong: a suite run every day for 27 years, ten thousand times, then cries wolf with probability 1 %. */
const ERRORS = { falseRefutation: 1e-6, falseSupport: 1e-6 } as const;

/** Tasks a claim's draws are cut into: enough to keep several workers busy, few enough to cost no overhead. */
const PIECES = 8;

/** The error budget of a tier: over the draws of all claims, so that a claim's verdict is the same when it runs alone. */
function budgetOf(tier: Tier): ErrorBudget {
  return errorBudget({ ...ERRORS, draws: claims.reduce((sum, claim) => sum + drawsOf(claim, tier), 0) });
}

/** Error probabilities of every decision of a tier. */
export function errorsOf(tier: Tier): Errors {
  const { falseRefutationOfDraw, falseSupportOfClaim } = budgetOf(tier);
  return { falseSupport: falseSupportOfClaim, falseRefutation: falseRefutationOfDraw };
}

/** The tasks of a run over some claims, in the order of the registry. */
export function tasksOf(chosen: readonly Claim[], seed: number, tier: Tier): Task[] {
  return chosen.flatMap((claim) => {
    const draws = drawsOf(claim, tier);
    const size = Math.ceil(draws / PIECES);
    const common = { seed, tier: tier.name, claim: claim.id };
    return [
      ...Array.from({ length: Math.ceil(draws / size) }, (_, piece) => ({
        ...common,
        draws: [piece * size, Math.min((piece + 1) * size, draws)] as const,
      })),
      ...claim.mutants.map((mutant) => ({ ...common, mutant })),
    ];
  });
}

/** Does one task. Pure but for the times in its records: the same task gives the same evidence anywhere. */
export function perform(task: Task): EvidenceRecord[] {
  const claim = claimById(task.claim);
  const tier = tiers[task.tier];
  const options = { seed: task.seed, tier, errors: errorsOf(tier) };
  if ('mutant' in task) return [attack(claim, mutantById(task.mutant), options)];
  const [from, to] = task.draws;
  return Array.from({ length: to - from }, (_, offset) => verifyDraw(claim, from + offset, options));
}

/** The first record of a run over some claims. */
export function runRecord(chosen: readonly Claim[], seed: number, tier: Tier): RunRecord {
  const used = new Set(chosen.flatMap((claim) => claim.mutants));
  return {
    type: 'run',
    version: evidenceVersion,
    seed,
    tier: tier.name,
    indifference: tier.indifference,
    budget: budgetOf(tier),
    claims: chosen.map(({ domain, check: _, ...claim }) => ({
      ...claim,
      statements: claim.statements.map((id) => reference(statement(id))),
      domain: domain.description,
      regimes: domain.regimes.map(({ name }) => name),
      draws: drawsOf(claim as Claim, tier),
    })),
    mutants: mutants.filter(({ id }) => used.has(id)).map(({ id, title, part }) => ({ id, title, part })),
  };
}
