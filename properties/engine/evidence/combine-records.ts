import { canonicalJson } from '../canonical-json.ts';
import type { CurveRecord, EvidenceRecord } from './evidence.ts';

/** What a record is about, as text: two records of one subject say the same, or contradict each other. */
export function subjectOf(record: Exclude<EvidenceRecord, { type: 'run' }>): string {
  switch (record.type) {
    case 'draw':
      return JSON.stringify(['draw', record.claim, record.draw]);
    case 'mutant':
      return JSON.stringify(['mutant', record.claim, record.mutant]);
    case 'curve':
      return canonicalJson(['curve', record.digits, record.setting, record.arm, record.replicate]);
    case 'illustration':
      return JSON.stringify(['illustration', record.illustration]);
    case 'coverage':
      return JSON.stringify(['coverage', record.claim]);
  }
}

/**
 * One record for two of the same subject, whichever comes first; undefined when they contradict each other. Times may differ: the shorter is
 * taken. A curve may go on where another stops, as a decision looks no further than it must: the longer is taken.
 */
export function combineRecords(a: EvidenceRecord, b: EvidenceRecord): EvidenceRecord | undefined {
  if (a.type === 'curve' && b.type === 'curve') {
    const [short, long] = a.rounds.length <= b.rounds.length ? [a, b] : [b, a];
    return canonicalJson(short) === canonicalJson(startOf(long, short)) ? long : undefined;
  }
  if (timeless(a) !== timeless(b)) return undefined;
  return 'milliseconds' in a && 'milliseconds' in b && b.milliseconds < a.milliseconds ? b : a;
}

/** As much of a curve as another has. */
function startOf(curve: CurveRecord, { rounds, samples }: CurveRecord): CurveRecord {
  const { samples: all, ...rest } = curve;
  const start = { ...rest, rounds: curve.rounds.slice(0, rounds.length) };
  if (all === undefined) return start;
  const bytes = Buffer.byteLength(samples ?? '', 'base64');
  return { ...start, samples: Buffer.from(all, 'base64').subarray(0, bytes).toString('base64') };
}

function timeless(record: EvidenceRecord): string {
  return canonicalJson('milliseconds' in record ? { ...record, milliseconds: 0 } : record);
}
