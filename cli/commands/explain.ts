import { existsSync } from 'node:fs';
import { requireSoundSuite } from '../../properties/engine/check-links.ts';
import { DataError } from '../../properties/engine/data-error.ts';
import { kindDeciding } from '../../properties/engine/suite.ts';
import { mutantOf } from '../../properties/engine/suite-content.ts';
import { printable } from '../../reports/wording/printable.ts';
import { reference, statementById } from '../../theory/manifest/statement.ts';
import { statementTex } from '../../theory/manifest/typeset.ts';
import type { ListedSuite } from '../suites.ts';
import { exitCodes } from '../usage.ts';
import { chooseClaims } from './choose-claims.ts';

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
  const suite = await listed.load();
  requireSoundSuite(suite);
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

/** Where `verify` leaves evidence, unless it is told otherwise. */
const USUAL_PLACE = 'claimcheck-out/evidence.jsonl';

/**
 * What the evidence in a file says of a claim, line by line; without a file, in the usual place, if it is there.
 * @throws DataError when a file is named that cannot be read.
 */
export async function lastEvidence(
  listed: ListedSuite,
  id: string,
  from: string | undefined,
  usual = USUAL_PLACE,
): Promise<string[]> {
  const file = from ?? usual;
  if (from === undefined && !existsSync(file))
    return [`Last evidence: none found, ${file} is not there (--from names another file)`];
  try {
    // Loaded only where there is something to read.
    return await (await import('./claim-evidence.ts')).claimEvidence(listed, id, file);
  } catch (error) {
    // The rest is printed all the same for a person who did not name the file.
    if (from === undefined && error instanceof DataError) return [`Last evidence: cannot be used: ${error.message}`];
    throw error;
  }
}
