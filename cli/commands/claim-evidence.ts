import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { sourceDigests } from '../../properties/engine/source-digest.ts';
import type { ClaimReport } from '../../reports/model/claims.ts';
import { type ComparisonSummary, mostTelling } from '../../reports/model/comparisons.ts';
import { buildReport, type Report } from '../../reports/model/report.ts';
import { count, counted, interval, short } from '../../reports/wording/numbers.ts';
import { statements } from '../../theory/verified-retraining/statements/index.ts';
import { readFiles } from './read-files.ts';

/**
 * What the evidence in a file says of a claim, line by line.
 * @throws DataError when the file cannot be read.
 */
export async function claimEvidence(id: string, file: string): Promise<string[]> {
  const { records, problems } = await readFiles([file]);
  const unused = problems.length === 0 ? [] : [`  ${counted(problems.length, 'line')} of the file cannot be used`];
  return [...evidenceLines(id, file, records), ...unused];
}

function evidenceLines(id: string, file: string, records: readonly EvidenceRecord[]): string[] {
  const about = records.filter((record) => (record.type !== 'draw' && record.type !== 'mutant') || record.claim === id);
  const report = reportOf(id, about);
  if (report === null) return [`Last evidence: ${file} cites a statement that the manifest no longer has: it is stale`];
  const claim = report.claims[0];
  if (claim === undefined) return [`Last evidence: none found, ${file} is of a run without this claim`];
  return [`Last evidence: ${file}, ${report.tier} tier, seed ${report.seed}`, ...claimLines(claim)];
}

/** The report of this claim alone; null when it cites what the manifest does not have. */
function reportOf(id: string, records: readonly EvidenceRecord[]): Report | null {
  const alone = records.map((record) =>
    record.type === 'run' ? { ...record, claims: record.claims.filter((claim) => claim.id === id) } : record,
  );
  try {
    return buildReport(alone, statements, { sources: sourceDigests() });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function claimLines({ verdict, draws, replicates, comparisons, mutants, reasons, stale }: ClaimReport): string[] {
  const killed = mutants.filter((attack) => attack.killed).length;
  return [
    `  ${verdict}: ${counted(draws, 'draw')}, ${counted(replicates, 'replicate')}`,
    ...reasons.map((reason) => `    ${reason}`),
    ...(stale === null ? [] : [`  stale: ${stale}`]),
    ...tellingLines(mostTelling(comparisons)),
    `  mutants killed: ${count(killed)} of ${count(mutants.length)}`,
  ];
}

function tellingLines(telling: ComparisonSummary | null): string[] {
  if (telling === null) return [];
  const { name, draw, estimate, interval: around, expected, zone } = telling;
  const seen = [
    `${short(estimate)}${around === null ? '' : ` ${interval(around)}`}`,
    ...(expected === null ? [] : [`${short(expected)} expected`]),
    ...(zone === null ? [] : [`supported in ${interval(zone)}`]),
  ];
  return [`  closest to its margin: ${name}, draw ${draw}: ${seen.join(', ')}`];
}
