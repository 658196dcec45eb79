import type { EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import type { Report } from './model/report.ts';
import { controlsOfJson } from './wording/printable.ts';

/** report.json: the report as it is, numbers unrounded. */
export function reportJson(report: Report): string {
  return `${jsonText(report, 2)}\n`;
}

/** Records that are written at once: several, so that the disk is not asked for each; not all, so that their text does not fill the memory. */
const RECORDS_AT_ONCE = 50;

/** evidence.jsonl in parts: one record a line, the run record first. A text of all of a long run's records would fill the memory. */
export function* evidenceLines(records: readonly EvidenceRecord[]): Generator<string> {
  for (let from = 0; from < records.length; from += RECORDS_AT_ONCE) {
    const lines = records.slice(from, from + RECORDS_AT_ONCE).map((record) => `${jsonText(record)}\n`);
    yield lines.join('');
  }
}

/** JSON without controls, not even those that JSON leaves as they are: some terminals act on them. */
function jsonText(data: unknown, indent = 0): string {
  return JSON.stringify(data, null, indent).replace(
    unescaped,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const unescaped = new RegExp(controlsOfJson, 'g');
