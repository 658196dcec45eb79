import { type DrawnClaim, isDrawn } from '../../properties/engine/claim.ts';
import { drawsOf } from '../../properties/engine/kinds/drawn-settings/verify.ts';
import type { RetrainingClaim } from '../../properties/engine/kinds/replicated-runs/claim.ts';
import { tiers } from '../../properties/engine/tier.ts';
import { mutantById } from '../../properties/verified-retraining/mutants/index.ts';
import { armText } from '../../properties/verified-retraining/vae/arm-text.ts';
import { retrainingTiers } from '../../properties/verified-retraining/vae/tier.ts';
import { effectText } from '../../reports/wording/effects.ts';
import { printable } from '../../reports/wording/printable.ts';
import { statementTex } from '../../theory/manifest/formula.ts';
import { reference, statement } from '../../theory/verified-retraining/statements/index.ts';
import { exitCodes } from '../usage.ts';
import { chooseClaims } from './choose-claims.ts';
import { lastEvidence } from './last-evidence.ts';

/** Options of `claimcheck explain`. */
export interface ExplainCommand {
  /** Where evidence of the claim may be; where `verify` leaves it by default, when absent. */
  readonly from?: string;
}

/**
 * Prints all that is known of a claim: what it says, how it is decided, and what the last evidence for it says.
 * @throws DataError when the named evidence cannot be read.
 */
export async function explain(id: string, { from }: ExplainCommand = {}): Promise<number> {
  const claim = chooseClaims([id])[0]!;
  const lines = [
    `${claim.id} (${claim.kind})`,
    claim.title,
    '',
    'Evidence for',
    ...claim.statements
      .map(statement)
      .flatMap((each) => [
        `  ${reference(each)}, ${each.source}`,
        `    ${each.statement}${each.holds === false ? ' (to be shown false)' : ''}`,
        `    ${statementTex(each)}`,
      ]),
    '',
    `Decision: ${claim.decision}`,
    ...(isDrawn(claim) ? drawnLines(claim) : retrainingLines(claim)),
    '',
    'Wrong worlds that it must refute',
    ...claim.mutants.map(mutantById).map((mutant) => `  ${mutant.id} (${mutant.part}): ${mutant.title}`),
    '',
    ...(await lastEvidence(id, from)).map(printable),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.supported;
}

function drawnLines(claim: DrawnClaim): string[] {
  const draws = Object.values(tiers).map((tier) => `${drawsOf(claim, tier)} in the ${tier.name} tier`);
  return [
    `Domain: ${claim.domain.description}`,
    `Regimes, each for its share of the draws: ${claim.domain.regimes.map(({ name }) => name).join(', ')}`,
    `Draws: ${draws.join(', ')}`,
  ];
}

function retrainingLines({ arms, effects, notOn = {}, remarks = [] }: RetrainingClaim): string[] {
  const spent = Object.entries(retrainingTiers).map(
    ([name, { settings, rounds, leastReplicates, maximumReplicates }]) => {
      const held = settings.filter((setting) => notOn[setting] === undefined);
      const lengths = [...new Set(Object.values(arms).map((arm) => rounds[arm.rounds]))].join(' or ');
      return held.length === 0
        ? `  ${name}: not run`
        : `  ${name}: ${held.join(', ')}; ${lengths} rounds, ${leastReplicates} to ${maximumReplicates} replicates`;
    },
  );
  return [
    '',
    'Arms, which share the real images, the initial model and the latent noise of a replicate',
    ...Object.entries(arms).map(([name, { arm }]) => `  ${name}: ${armText(arm)}`),
    '',
    'Effects, a number each replicate, whose means are decided',
    ...effects.map((effect) => `  ${effectText(effect)}`),
    '',
    'Settings by tier, on MNIST, procedural digits or both',
    ...spent,
    ...Object.entries(notOn).map(([setting, reason]) => `Not said to hold on ${setting}: ${reason}`),
    ...remarks.map((remark) => `Remark: ${remark}`),
  ];
}
