import { combineRecords, subjectOf } from './combine-records.ts';
import { DataError } from './data-error.ts';
import type { EvidenceRecord, Machine, RunRecord } from './evidence.ts';
import { inEvidenceOrder } from './evidence-order.ts';
import { mergeRuns, type Registry } from './merge-runs.ts';
import type { EvidenceFile, LocatedRecord, Problem } from './read-evidence.ts';
import { strayIn } from './stray-record.ts';

/** The evidence of a run, put together from its shards. */
export interface MergedEvidence {
  /** The run first, each subject once, in the order in which a run writes them. */
  readonly records: readonly EvidenceRecord[];
  /** What could not be used: lines, and records that are about nothing that the run record lists. */
  readonly problems: readonly Problem[];
  /** The machines of the shards, each once; the run record names the first. */
  readonly machines: readonly Machine[];
}

/**
 * Merges shards of one run, which may overlap, into the evidence of the whole run: the same, however it was split and in whatever order the
 * shards come.
 * @throws DataError when they are not of one run, or contradict each other: what differs, and in which files.
 */
export function mergeEvidence(files: readonly EvidenceFile[], registry: Registry): MergedEvidence {
  const located = files.flatMap(({ records }) => records);
  const runs = located.filter((each): each is LocatedRecord<RunRecord> => each.record.type === 'run');
  const { run, machines } = mergeRuns(runs, registry);
  const strayOf = strayIn(run);
  const problems = files.flatMap((file) => file.problems);
  const known = new Map<string, LocatedRecord>();
  for (const each of located) {
    if (each.record.type === 'run') continue;
    const stray = strayOf(each.record);
    if (stray !== undefined) {
      problems.push({ file: each.file, line: each.line, what: stray });
      continue;
    }
    const subject = subjectOf(each.record);
    const other = known.get(subject);
    known.set(subject, other === undefined ? each : combined(other, each));
  }
  const records = [run, ...[...known.values()].map(({ record }) => record)];
  return { records: inEvidenceOrder(run, records), problems, machines };
}

function combined(a: LocatedRecord, b: LocatedRecord): LocatedRecord {
  const record = combineRecords(a.record, b.record);
  if (record === undefined) {
    const [one, other] = [a, b].map(({ file, line }) => `${file}:${line}`);
    throw new DataError(`${one} and ${other} contradict each other: two ${a.record.type} records of one subject`);
  }
  return record === a.record ? a : b;
}
