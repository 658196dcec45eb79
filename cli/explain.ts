import { mutantById } from '../properties/mutants/index.ts';
import { tiers } from '../properties/tier.ts';
import { drawsOf } from '../properties/verify.ts';
import { statementTex } from '../theory/formula.ts';
import { reference, statement } from '../theory/statements.ts';
import { chooseClaims } from './choose-claims.ts';
import { exitCodes } from './usage.ts';

/** Prints all that is known of a claim before it is run. */
export function explain(id: string): number {
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
    `Domain: ${claim.domain.description}`,
    `Regimes, each for its share of the draws: ${claim.domain.regimes.map(({ name }) => name).join(', ')}`,
    `Draws: ${Object.values(tiers)
      .map((tier) => `${drawsOf(claim, tier)} in the ${tier.name} tier`)
      .join(', ')}`,
    '',
    'Wrong worlds that it must refute',
    ...claim.mutants.map(mutantById).map((mutant) => `  ${mutant.id} (${mutant.part}): ${mutant.title}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.supported;
}
