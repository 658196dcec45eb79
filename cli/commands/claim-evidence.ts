import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { claimSources } from '../../properties/engine/sources/claim-sources.ts';
import { buildReport } from '../../reports/model/build-report.ts';
import type { ClaimReport } from '../../reports/model/claims.ts';
import { type ComparisonSummary, mostTelling } from '../../reports/model/comparisons.ts';
import type { Report } from '../../reports/model/report.ts';
import { count, counted, interval, short } from '../../reports/wording/numbers.ts';
import type { ListedSuite, LoadedSuite } from '../suites.ts';
import { readFiles } from './read-files.ts';

/**
 * What the evidence in a file says of a claim, line by line.
 * @throws DataError when the file cannot be read.
 */
export async function claimEvidence(listed: ListedSuite, id: string, file: string): Promise<string[]> {
  const { records, problems, ...loaded } = await readFiles([file], [listed]);
  const unused = problems.length === 0 ? [] : [`  ${counted(problems.length, 'line')} of the file cannot be used`];
  return [...evidenceLines(id, file, records, loaded), ...unused];
}

function evidenceLines(id: string, file: string, records: readonly EvidenceRecord[], loaded: LoadedSuite): string[] {
  const about = records.filter(
    (record) => (record.type !== 'decision' && record.type !== 'mutant') || record.claim === id,
  );
  const report = reportOf(id, about, loaded);
  if (report === null) return [`Last evidence: ${file} cites a statement that the manifest no longer has: it is stale`];
  const claim = report.claims[0];
  if (claim === undefined) return [`Last evidence: none found, ${file} is of a run without this claim`];
  return [`Last evidence: ${file}, ${report.tier} tier, seed ${report.seed}`, ...claimLines(claim)];
}

/** The report of this claim alone; null when it cites what the manifest does not have. */
function reportOf(id: string, records: readonly EvidenceRecord[], { suite, reports }: LoadedSuite): Report | null {
  const alone = records.map((record) =>
    record.type === 'run' ? { ...record, claims: record.claims.filter((claim) => claim.id === id) } : record,
  );
  const sources = claimSources(
    suite,
    suite.claims.filter((claim) => claim.id === id),
  );
  try {
    return buildReport(alone, suite, { reports, sources });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function claimLines({ verdict, settings, replicates, comparisons, mutants, reasons, stale }: ClaimReport): string[] {
  const killed = mutants.filter(({ killed }) => killed).length;
  return [
    `  ${verdict}: ${counted(settings, 'setting')}, ${counted(replicates, 'replicate')}`,
    ...reasons.map((reason) => `    ${reason}`),
    ...(stale === null ? [] : [`  stale: ${stale}`]),
    ...tellingLines(mostTelling(comparisons)),
    `  mutants refuted: ${count(killed)} of ${count(mutants.length)}`,
  ];
}

function tellingLines(telling: ComparisonSummary | null): string[] {
  if (telling === null) return [];
  const { name, index, estimate, interval: around, expected, zone } = telling;
  const seen = [
    `${short(estimate)}${around === null ? '' : ` ${interval(around)}`}`,
    ...(expected === null ? [] : [`${short(expected)} expected`]),
    ...(zone === null ? [] : [`supported in ${interval(zone)}`]),
  ];
  return [`  closest to its margin: ${name}, setting ${index}: ${seen.join(', ')}`];
}
