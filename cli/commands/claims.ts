import { runRecord } from '../../properties/engine/evidence/run-record.ts';
import { tiers } from '../../properties/engine/tier.ts';
import { claims } from '../../properties/verified-retraining/claims/index.ts';
import { columns } from '../../reports/terminal/columns.ts';
import { exitCodes } from '../usage.ts';
import { coverageFile } from './coverage-file.ts';
import { requireSoundLinks } from './links.ts';
import { listTouching } from './touching.ts';

/** Options of `claimcheck claims`. */
export interface ClaimsCommand {
  readonly json?: boolean;
  /** Lists only the claims that execute this file. */
  readonly touching?: string;
  /** Where coverage was written; the default of `claimcheck coverage` when absent. */
  readonly coverage?: string;
}

/** Lists claims: as JSON in full (draws are those of the quick tier), else a line each. */
export function listClaims({ json, touching, coverage = `claimcheck-out/${coverageFile}` }: ClaimsCommand): number {
  requireSoundLinks();
  if (touching !== undefined) return listTouching(touching, coverage, json);
  const rows = claims.map(({ id, kind, statements, title }) => [id, kind, title, statements.join(', ')]);
  const text = json
    ? JSON.stringify(runRecord(claims, 1, tiers.quick).claims, null, 2)
    : columns([['claim', 'kind', 'what it says', 'evidence for'], ...rows]).join('\n');
  process.stdout.write(`${text}\n`);
  return exitCodes.supported;
}
