import { kindDeciding } from '../../properties/engine/suite.ts';
import { mutantOf } from '../../properties/engine/suite-content.ts';
import { printable } from '../../reports/wording/printable.ts';
import { reference, statementById } from '../../theory/manifest/statement.ts';
import { statementTex } from '../../theory/manifest/typeset.ts';
import type { ListedSuite } from '../suites.ts';
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
export async function explain(listed: ListedSuite, id: string, { from }: ExplainCommand = {}): Promise<number> {
  const { suite } = await listed.load();
  const claim = chooseClaims(suite, [id])[0]!;
  const lines = [
    `${claim.id} (${claim.kind}), about ${suite.title} (${suite.paper})`,
    claim.title,
    '',
    'Evidence for',
    ...claim.statements
      .map((cited) => statementById(suite.statements, cited))
      .flatMap((each) => [
        `  ${reference(each)}, ${each.source}`,
        `    ${each.statement}${each.holds === false ? ' (to be shown false)' : ''}`,
        `    ${statementTex(each, suite.glossary)}`,
      ]),
    '',
    `Decision: ${claim.decision}`,
    ...kindDeciding(suite, claim).explain(claim, suite),
    '',
    'Mutants that it must refute',
    ...claim.mutants
      .map((mutant) => mutantOf(suite, mutant))
      .map((mutant) => `  ${mutant.id} (${mutant.part}): ${mutant.title}`),
    '',
    ...(await lastEvidence(listed, id, from)).map(printable),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return exitCodes.supported;
}
