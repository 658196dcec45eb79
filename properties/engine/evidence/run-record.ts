import type { DigitsKind } from '../../../sim/digits/digits.ts';
import { reference, statement } from '../../../theory/verified-retraining/statements/index.ts';
import { claims } from '../../verified-retraining/claims/index.ts';
import { mutants } from '../../verified-retraining/mutants/index.ts';
import {
  digitsOf,
  excludedFrom,
  isHeldIn,
  populationName,
  populationsOf,
} from '../../verified-retraining/vae/population.ts';
import { retrainingTiers } from '../../verified-retraining/vae/tier.ts';
import { type Claim, type DrawnClaim, isRetraining } from '../claim.ts';
import { codeOf } from '../claim-code.ts';
import { verifyCommand } from '../command.ts';
import { budgetOf } from '../kinds/drawn-settings/plan.ts';
import { drawsOf } from '../kinds/drawn-settings/verify.ts';
import { retrainingBudget } from '../kinds/replicated-runs/budget.ts';
import type { RetrainingClaim } from '../kinds/replicated-runs/claim.ts';
import type { Laboratory } from '../kinds/replicated-runs/laboratory.ts';
import { thisMachine } from '../machine.ts';
import { type Shard, wholeRun } from '../plan/shard.ts';
import { sourceDigests } from '../source-digest.ts';
import type { Tier } from '../tier.ts';
import { type ClaimDescription, evidenceVersion, type RunRecord } from './evidence.ts';

/** What a laboratory is, as the evidence states it. */
export type LaboratoryDescription = Pick<Laboratory, 'engine' | 'digits'>;

/** The first record of a run over some claims, or of a shard of it. Without a laboratory, retraining claims are described as on procedural digits. */
export function runRecord(
  chosen: readonly Claim[],
  seed: number,
  tier: Tier,
  laboratory?: LaboratoryDescription,
  { index, count }: Shard = wholeRun,
): RunRecord {
  const shards = count === 1 ? {} : { shards: { of: count, done: [index] } };
  const kinds = laboratory?.digits.map(({ kind }) => kind) ?? digitsOf(tier, false);
  const retraining = chosen.filter(isRetraining);
  const leftOut = retraining.filter((claim) => !isHeldIn(claim, tier));
  const held = chosen.filter((claim) => !leftOut.some(({ id }) => id === claim.id));
  const used = new Set(held.flatMap((claim) => claim.mutants));
  const equipped = {
    seed,
    tier: tier.name,
    engine: laboratory?.engine ?? null,
    digits: laboratory?.digits ?? [],
    ...shards,
  };
  return {
    type: 'run',
    version: evidenceVersion,
    command: verifyCommand(equipped, chosen.length < claims.length ? chosen.map(({ id }) => id) : []),
    ...equipped,
    indifference: tier.indifference,
    budget: { ...budgetOf(tier), retraining: retraining.length === 0 ? null : retrainingBudget(tier) },
    leftOut: leftOut.map((claim) => ({ claim: claim.id, excluded: excludedFrom(claim, tier) })),
    machine: thisMachine(),
    sources: sourceDigests(),
    claims: held.map((claim) =>
      isRetraining(claim) ? describeRetraining(claim, tier, kinds) : describeDrawn(claim, tier),
    ),
    mutants: mutants.filter(({ id }) => used.has(id)).map(({ id, title, part }) => ({ id, title, part })),
  };
}

function describeText(claim: Claim) {
  const { id, group, title, statements, kind, decision, mutants: attacked } = claim;
  const references = statements.map((each) => reference(statement(each)));
  return { id, group, title, statements: references, kind, decision, mutants: attacked, code: codeOf(claim) };
}

function describeDrawn(claim: DrawnClaim, tier: Tier): ClaimDescription {
  return {
    ...describeText(claim),
    domain: claim.domain.description,
    regimes: claim.domain.regimes.map(({ name }) => name),
    draws: drawsOf(claim, tier),
    retraining: null,
  };
}

function describeRetraining(claim: RetrainingClaim, tier: Tier, kinds: readonly DigitsKind[]): ClaimDescription {
  const { rounds } = retrainingTiers[tier.name];
  const regimes = populationsOf(claim, tier, kinds).map(populationName);
  return {
    ...describeText(claim),
    domain: `Replicates of fixed settings: ${regimes.join('; ')}.`,
    regimes,
    draws: regimes.length,
    retraining: {
      arms: Object.fromEntries(
        Object.entries(claim.arms).map(([name, each]) => [name, { arm: each.arm, rounds: rounds[each.rounds] }]),
      ),
      effects: claim.effects.map(({ name, direction, smallest }) => ({ name, direction, smallest })),
      excluded: excludedFrom(claim, tier),
      remarks: claim.remarks ?? [],
    },
  };
}
