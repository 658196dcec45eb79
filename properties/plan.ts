import { reference, statement } from '../theory/statements.ts';
import type { Claim, Errors } from './claim.ts';
import { claimById, claims } from './claims/index.ts';
import { type EvidenceRecord, evidenceVersion, type RunRecord } from './evidence.ts';
import { mutantById, mutants } from './mutants/index.ts';
import { type Tier, tiers } from './tier.ts';
import { attack, drawsOf, verifyDraw } from './verify.ts';

/** A piece of work that any worker can do: some draws of a claim, or a claim against a mutant. Plain data. */
export type Task = { readonly seed: number; readonly tier: Tier['name']; readonly claim: string } & (
  | { readonly draws: readonly [from: number, to: number] }
  | { readonly mutant: string }
);

/** Chance that a run of a true theory and a faithful simulator refutes anything at all. */
const FALSE_REFUTATION_OF_RUN = 1e-6;

/** Chance that a claim is called supported though it fails, by more than the indifference zone, on a setting drawn for it. */
const FALSE_SUPPORT_OF_CLAIM = 1e-6;

/** Tasks a claim's draws are cut into: enough to keep several workers busy, few enough to cost no overhead. */
const PIECES = 8;

/**
 * Error probabilities of every decision of a tier. A false refutation anywhere refutes the run, so its probability is split
 * over the draws of all claims (of all, so that a claim's verdict is the same when it runs alone); a claim is supported only
 * if each of its draws is, so a false support needs no split. Looks are free: every decision is anytime-valid.
 */
export function errorsOf(tier: Tier): Errors {
  const draws = claims.reduce((sum, claim) => sum + drawsOf(claim, tier), 0);
  return { falseSupport: FALSE_SUPPORT_OF_CLAIM, falseRefutation: FALSE_REFUTATION_OF_RUN / draws };
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
    budget: {
      falseRefutationOfRun: FALSE_REFUTATION_OF_RUN,
      falseRefutationOfDraw: errorsOf(tier).falseRefutation,
      falseSupportOfClaim: FALSE_SUPPORT_OF_CLAIM,
    },
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
