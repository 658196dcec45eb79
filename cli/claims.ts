import { claims } from '../properties/claims/index.ts';
import { runRecord } from '../properties/run-record.ts';
import { tiers } from '../properties/tier.ts';
import { columns } from '../reports/terminal.ts';
import { exitCodes } from './usage.ts';

/** Lists all claims: as JSON in full (draws are those of the quick tier), else a line each. */
export function listClaims({ json }: { readonly json?: boolean }): number {
  const rows = claims.map(({ id, kind, statements, title }) => [id, kind, title, statements.join(', ')]);
  const text = json
    ? JSON.stringify(runRecord(claims, 1, tiers.quick).claims, null, 2)
    : columns([['claim', 'kind', 'what it says', 'evidence for'], ...rows]).join('\n');
  process.stdout.write(`${text}\n`);
  return exitCodes.supported;
}
