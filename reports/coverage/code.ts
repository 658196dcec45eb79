import { linesOf, rangesOf } from '../../properties/engine/coverage/line-ranges.ts';
import type { EvidenceRecord, LineRanges } from '../../properties/engine/evidence/evidence.ts';
import { counted } from '../wording/numbers.ts';
import { type Measured, measuredIn } from './records.ts';
import { changedFiles, type Sources } from './stale.ts';

/** A file of theory/ or sim/ and the claims that execute it. */
export interface FileCoverage {
  readonly file: string;
  /** Lines in functions that could be executed. */
  readonly executable: number;
  /** Those that no claim executes. */
  readonly unexercised: LineRanges;
  /** Ids of the claims that execute any of them. */
  readonly claims: readonly string[];
}

/** Which code claims execute, measured by `claimcheck coverage` on the first draw of each regime, in the paper's world. */
export interface CodeCoverage {
  /** Ids of the claims that were measured. */
  readonly measured: readonly string[];
  /** Files that changed since: their lines may have moved. */
  readonly changed: readonly string[];
  /** In alphabetical order; those without executable lines (types, constants, tables of contents) are left out. */
  readonly files: readonly FileCoverage[];
  /** Files that no verification loads: downloads, formulas for print, support of tests. */
  readonly apart: readonly string[];
}

/** What the coverage records say of the code; null when there are none, or the record of all lines is not among them. */
export function codeCoverage(records: readonly EvidenceRecord[], now: Sources): CodeCoverage | null {
  const measured = measuredIn(records);
  if (measured === null) return null;
  const { all, byClaim } = measured;
  const sources = all.sources ?? {};
  const ofCode = (file: string) => /^(theory|sim)\//.test(file);
  return {
    measured: [...byClaim.keys()],
    changed: changedFiles(sources, now).filter(ofCode),
    files: Object.entries(all.files)
      .filter(([, lines]) => lines.length > 0)
      .map(([file, lines]) => fileCoverage(file, lines, byClaim)),
    apart: Object.keys(sources).filter((file) => ofCode(file) && !Object.hasOwn(all.files, file)),
  };
}

function fileCoverage(file: string, lines: LineRanges, byClaim: Measured['byClaim']): FileCoverage {
  const executable = linesOf(lines);
  const executing = [...byClaim].filter(([, { files }]) => (files[file] ?? []).length > 0);
  const executed = new Set(executing.flatMap(([, { files }]) => linesOf(files[file]!)));
  return {
    file,
    executable: executable.length,
    unexercised: rangesOf(executable.filter((line) => !executed.has(line))),
    claims: executing.map(([claim]) => claim),
  };
}

/** Lines that no claim executes, and all that could be. */
export function lineCounts(files: readonly FileCoverage[]): {
  readonly unexercised: number;
  readonly executable: number;
} {
  return {
    unexercised: files.reduce((sum, { unexercised }) => sum + linesOf(unexercised).length, 0),
    executable: files.reduce((sum, { executable }) => sum + executable, 0),
  };
}

/** Lines as a person reads them: 3–7, 12. */
export function lineText(lines: LineRanges): string {
  return lines.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

/** The files with code that no claim exercises, as a table: file, lines, of how many, which, and the claims that execute others of it. */
export function codeTable({ files }: CodeCoverage): { readonly header: readonly string[]; readonly rows: string[][] } {
  const rows = files
    .filter(({ unexercised }) => unexercised.length > 0)
    .map(({ file, executable, unexercised, claims }) => [
      file,
      `${linesOf(unexercised).length} of ${executable}`,
      lineText(unexercised),
      claims.length === 0 ? 'none' : counted(claims.length, 'claim'),
    ]);
  return { header: ['File', 'Unexercised lines', 'Which', 'Exercised by'], rows };
}
