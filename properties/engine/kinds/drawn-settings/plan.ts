import { drawnClaimById, drawnClaims } from '../../../verified-retraining/claims/index.ts';
import { mutantById } from '../../../verified-retraining/mutants/index.ts';
import type { DrawnClaim, Errors } from '../../claim.ts';
import { type ErrorBudget, errorBudget } from '../../decide/error-budget.ts';
import type { EvidenceRecord } from '../../evidence/evidence.ts';
import { type Tier, tiers } from '../../tier.ts';
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

/** The error budget of a tier: over the draws of all claims that draw, so that a claim's verdict is the same when it runs alone. */
export function budgetOf(tier: Tier): ErrorBudget {
  return errorBudget({ ...ERRORS, draws: drawnClaims.reduce((sum, claim) => sum + drawsOf(claim, tier), 0) });
}

/** Error probabilities of every decision of a tier's claims that draw. */
export function errorsOf(tier: Tier): Errors {
  const { falseRefutationOfDraw, falseSupportOfClaim } = budgetOf(tier);
  return { falseSupport: falseSupportOfClaim, falseRefutation: falseRefutationOfDraw };
}

/** The tasks of a run over some claims that draw, in the order of the registry. */
export function tasksOf(chosen: readonly DrawnClaim[], seed: number, tier: Tier): Task[] {
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
  const claim = drawnClaimById(task.claim);
  const tier = tiers[task.tier];
  const options = { seed: task.seed, tier, errors: errorsOf(tier) };
  if ('mutant' in task) return [attack(claim, mutantById(task.mutant), options)];
  const [from, to] = task.draws;
  return Array.from({ length: to - from }, (_, offset) => verifyDraw(claim, from + offset, options));
}
