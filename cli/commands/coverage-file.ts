import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CoverageRecord, EvidenceRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { DataError } from '../../sim/data-error.ts';

/** Name of the file that `claimcheck coverage` writes into --out. */
export const coverageFile = 'coverage.jsonl';

/** The command that writes it. */
export const coverageCommand = 'npm run claimcheck -- coverage';

/**
 * The records of a coverage file.
 * @throws DataError when it is absent, has a line that is no JSON, or lacks the record of all lines.
 */
export function readCoverage(path: string): CoverageRecord[] {
  if (!existsSync(path)) throw new DataError(`${path} does not exist: \`${coverageCommand}\` measures coverage`);
  const lines = readFileSync(path, 'utf8').split('\n');
  const records = lines.flatMap((line, place) => (line === '' ? [] : [parsedAt(line, `${path}, line ${place + 1}`)]));
  const coverage = records.filter((record) => record.type === 'coverage');
  if (coverage.some(({ claim, sources }) => claim === null && sources !== undefined)) return coverage;
  throw new DataError(`${path} has no record of all executable lines: \`${coverageCommand}\` measures coverage`);
}

function parsedAt(line: string, place: string): EvidenceRecord {
  try {
    const record: unknown = JSON.parse(line);
    if (typeof record === 'object' && record !== null && 'type' in record) return record as EvidenceRecord;
  } catch {
    // The error below names the place.
  }
  throw new DataError(`${place}: it is no evidence record; \`${coverageCommand}\` writes the file anew`);
}

/** Digests of the sources that coverage was taken of. */
export function measuredSources(coverage: readonly CoverageRecord[]): RunRecord['sources'] {
  return coverage.find(({ claim }) => claim === null)?.sources ?? {};
}

/**
 * The coverage in a directory, for the report of a run of some sources. When it was taken of other sources there are no records, and the notice, a
 * line, says so. Where no coverage was taken there is no notice either.
 * @throws DataError when the file is damaged.
 */
export function coverageIn(
  directory: string,
  sources: RunRecord['sources'],
): { readonly records: readonly CoverageRecord[]; readonly notice?: string } {
  const path = join(directory, coverageFile);
  if (!existsSync(path)) return { records: [] };
  const records = readCoverage(path);
  const changed = changedFiles(measuredSources(records), sources);
  if (changed.length === 0) return { records };
  const first = `${changed[0]}${changed.length > 1 ? ` and ${changed.length - 1} more` : ''}`;
  return {
    records: [],
    notice: `${path} is left out of the report: ${first} changed since (\`${coverageCommand}\` takes it again)`,
  };
}

/** Files whose digests differ, or that only one side has, in alphabetical order. */
function changedFiles(before: RunRecord['sources'], now: RunRecord['sources']): string[] {
  const files = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...files].filter((file) => before[file] !== now[file]).sort();
}
