import { canonicalJson } from '../canonical-json.ts';
import type { KindOfWork } from '../kinds/kind-of-work.ts';
import type { EvidenceRecord } from './evidence.ts';

/** The kinds of work, as far as their observations are told apart. */
export type Kinds = readonly Pick<KindOfWork, 'id' | 'observations'>[];

/** What a record is about, as text. Two records of one subject say the same, or contradict each other. */
export function subjectOf(record: Exclude<EvidenceRecord, { type: 'run' }>, kinds: Kinds): string {
  switch (record.type) {
    case 'decision':
      return JSON.stringify(['decision', record.claim, record.index]);
    case 'mutant':
      return JSON.stringify(['mutant', record.claim, record.mutant]);
    case 'observation':
      return canonicalJson([record.kind, layoutOf(record.kind, kinds)?.subjectOf(record)]);
    case 'coverage':
      return JSON.stringify(['coverage', record.claim]);
  }
}

/** One record for two records of the same subject, in either order; undefined when they contradict each other. Of two times the shorter is taken. */
export function combineRecords(a: EvidenceRecord, b: EvidenceRecord, kinds: Kinds): EvidenceRecord | undefined {
  if (timeless(a) === timeless(b))
    return 'milliseconds' in a && 'milliseconds' in b && b.milliseconds < a.milliseconds ? b : a;
  if (a.type !== 'observation' || b.type !== 'observation') return undefined;
  return layoutOf(a.kind, kinds)?.combine(a, b);
}

/** The layout of the observations of a kind of work; undefined for a kind that has none. */
export function layoutOf(kind: string, kinds: Kinds): KindOfWork['observations'] {
  return kinds.find(({ id }) => id === kind)?.observations;
}

function timeless(record: EvidenceRecord): string {
  return canonicalJson('milliseconds' in record ? { ...record, milliseconds: 0 } : record);
}
