import { requireSoundSuite } from '../../properties/engine/check-links.ts';
import { describeClaims } from '../../properties/engine/plan/run-record.ts';
import { claimSources } from '../../properties/engine/sources/claim-sources.ts';
import { withDefaults } from '../../properties/engine/suite-options.ts';
import { columns } from '../../reports/terminal/columns.ts';
import type { ListedSuite } from '../suites.ts';
import { exitCodes } from '../usage.ts';
import { coverageFile } from './coverage-file.ts';
import { listTouching } from './touching.ts';

/** Options of `claimcheck claims`. */
export interface ClaimsCommand {
  readonly json?: boolean;
  /** Lists only the claims that execute this file. */
  readonly touching?: string;
  /** Where coverage was written; the default of `claimcheck coverage` when absent. */
  readonly coverage?: string;
}

/** Lists the claims of a suite: as JSON in full (settings are those of its first tier), else a line each. */
export async function listClaims(listed: ListedSuite, command: ClaimsCommand): Promise<number> {
  const { json, touching, coverage = `claimcheck-out/${coverageFile}` } = command;
  const suite = await listed.load();
  requireSoundSuite(suite);
  if (touching !== undefined) return listTouching(suite, touching, coverage, json);
  const { claims, title, paper } = suite;
  // The same list on every machine, whatever its environment says.
  const options = withDefaults(suite.options, {}, {});
  const rows = claims.map((claim) => [claim.id, claim.kind, claim.title, claim.statements.join(', ')]);
  const table = columns([['claim', 'kind', 'what it says', 'evidence for'], ...rows]);
  const text = json
    ? JSON.stringify(
        describeClaims({ suite, claims, tier: suite.tiers[0]!, options, sources: claimSources(suite, claims) }),
        null,
        2,
      )
    : [`Claims about ${title} (${paper})`, '', ...table].join('\n');
  process.stdout.write(`${text}\n`);
  return exitCodes.supported;
}
