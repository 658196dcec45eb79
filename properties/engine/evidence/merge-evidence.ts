import { canonicalJson } from '../canonical-json.ts';
import { DataError } from '../data-error.ts';
import type { Suite } from '../suite.ts';
import { combineRecords, type Kinds, layoutOf, subjectOf } from './combine-records.ts';
import type { EvidenceRecord, Machine, RunRecord } from './evidence.ts';
import { inEvidenceOrder } from './evidence-order.ts';
import { mergeRuns } from './merge-runs.ts';
import type { EvidenceFile, LocatedRecord, Problem } from './read-evidence.ts';
import { strayIn } from './stray-record.ts';

/** The evidence of a run, put together from its shards. */
export interface MergedEvidence {
  /** The run first, each subject once, in the order in which a run writes them. */
  readonly records: readonly EvidenceRecord[];
  /** Lines that could not be used, and records about nothing that the run record lists. */
  readonly problems: readonly Problem[];
  /** The machines of the shards, each once. The run record names the first. */
  readonly machines: readonly Machine[];
  /** The number of observations that came out differently on another kind of processor. Of each, one version is among the records. */
  readonly unlike: number;
}

/**
 * Merges shards of one run, which may overlap. The result does not depend on how the run was split, nor on the order of the shards. Only
 * observations that may differ between kinds of processor can differ, where the shards were run on several kinds.
 * @throws DataError with what differs, and in which files, when the shards are not of one run or contradict each other.
 */
export function mergeEvidence(files: readonly EvidenceFile[], suite: Suite): MergedEvidence {
  const located = files.flatMap(({ records }) => records);
  const runs = located.filter((each): each is LocatedRecord<RunRecord> => each.record.type === 'run');
  const { kinds } = suite;
  const { run, machines } = mergeRuns(runs, suite);
  const strayOf = strayIn(run);
  const problems = files.flatMap((file) => file.problems);
  const severalKinds = new Set(machines.map(({ processor, platform }) => `${processor}, ${platform}`)).size > 1;
  const unlike = new Set<string>();
  const known = new Map<string, LocatedRecord>();
  for (const each of located) {
    if (each.record.type === 'run') continue;
    const stray = strayOf(each.record);
    if (stray !== undefined) {
      problems.push({ file: each.file, line: each.line, what: stray });
      continue;
    }
    const subject = subjectOf(each.record, kinds);
    const other = known.get(subject);
    const record = other === undefined ? each : combined(other, each, kinds);
    if (record === undefined) unlike.add(subject);
    if (record === undefined && !(severalKinds && mayDiffer(each, kinds))) throw contradiction(other!, each);
    known.set(subject, record ?? preferred(other!, each));
  }
  const records = [run, ...[...known.values()].map(({ record }) => record)];
  return { records: inEvidenceOrder(run, records, kinds), problems, machines, unlike: unlike.size };
}

function mayDiffer({ record }: LocatedRecord, kinds: Kinds): boolean {
  return record.type === 'observation' && layoutOf(record.kind, kinds)?.mayDiffer === true;
}

function combined(a: LocatedRecord, b: LocatedRecord, kinds: Kinds): LocatedRecord | undefined {
  const record = combineRecords(a.record, b.record, kinds);
  return record === undefined ? undefined : record === a.record ? a : b;
}

/** The record with the longer text; of equally long ones the first in the alphabet. The order of the two does not matter. */
function preferred(a: LocatedRecord, b: LocatedRecord): LocatedRecord {
  const [left, right] = [a, b].map(({ record }) => canonicalJson(record)) as [string, string];
  if (left.length !== right.length) return left.length > right.length ? a : b;
  return left < right ? a : b;
}

function contradiction(a: LocatedRecord, b: LocatedRecord): DataError {
  const [one, other] = [a, b].map(({ file, line }) => `${file}:${line}`);
  return new DataError(`${one} and ${other} contradict each other: two ${a.record.type} records of one subject`);
}
