import { existsSync } from 'node:fs';
import { DataError } from '../../properties/engine/data-error.ts';
import type { ListedSuite } from '../suites.ts';

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
    // A person who did not name the file is told all the rest.
    if (from === undefined && error instanceof DataError) return [`Last evidence: cannot be used: ${error.message}`];
    throw error;
  }
}
