import type { ClaimDescription, EvidenceRecord, RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { counted } from '../wording/numbers.ts';
import { named } from './named.ts';
import { measuredIn } from './records.ts';

/** SHA-256, hex, of source files by path. */
export type Sources = RunRecord['sources'];

/** Whether the code of a claim is still what its evidence was made with: null, or what has changed, in words. */
export type Staleness = (claim: ClaimDescription) => string | null;

/**
 * Compares the sources of a run with those of now. With coverage, a claim is stale when a file of theory/ or sim/ that it executes or loads
 * has changed, or one of properties/ that is not another claim's own. Without, any change makes it stale.
 */
export function stalenessOf(run: RunRecord, records: readonly EvidenceRecord[], now: Sources): Staleness {
  const changed = changedFiles(run.sources, now);
  const measured = measuredIn(records);
  return (claim) => {
    const executed = measured?.byClaim.get(claim.id)?.files;
    if (executed === undefined) return unless(changed, 'of the suite', 'which it executes was not measured');
    const others = new Set(run.claims.map(({ code }) => code?.file).filter((file) => file !== claim.code?.file));
    const own = (file: string) => (file.startsWith('properties/') ? !others.has(file) : Object.hasOwn(executed, file));
    return unless(changed.filter(own), 'that it depends on');
  };
}

/** Files whose digests differ, or that only one side has, in alphabetical order. */
export function changedFiles(before: Sources, now: Sources): string[] {
  const files = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...files].filter((file) => before[file] !== now[file]).sort();
}

function unless(files: readonly string[], which: string, note?: string): string | null {
  if (files.length === 0) return null;
  return `${counted(files.length, 'file')} ${which} changed since the evidence: ${named(files)}${note === undefined ? '' : ` (${note})`}`;
}
