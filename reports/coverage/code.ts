import { linesOf, rangesOf } from '../../properties/engine/coverage/line-ranges.ts';
import type { CoverageRecord, EvidenceRecord, LineRanges } from '../../properties/engine/evidence/evidence.ts';
import { count, counted } from '../wording/numbers.ts';
import type { Sources } from './stale.ts';

/** A file of the suite's code and the claims that execute it. */
export interface FileCoverage {
  readonly file: string;
  /** Lines in functions that could be executed. */
  readonly executable: number;
  /** The lines of these that no claim executes. */
  readonly unexercised: LineRanges;
  /** Ids of the claims that execute any of them. */
  readonly claims: readonly string[];
}

/** Which code claims execute, measured by `claimcheck coverage` on the first setting of each stratum, without a mutant. */
export interface CodeCoverage {
  /** Folders, from the root of the repository, whose code was measured. */
  readonly roots: readonly string[];
  /** Ids of the claims that were measured. */
  readonly measured: readonly string[];
  /** Files that changed since: their lines may have moved. */
  readonly changed: readonly string[];
  /** In alphabetical order; those without executable lines (types, constants, tables of contents) are left out. */
  readonly files: readonly FileCoverage[];
  /** Files that no verification loads, such as formulas for print. */
  readonly apart: readonly string[];
}

/** What the coverage records say of the code below some folders; null when there are none, or when the record of all lines is missing. */
export function codeCoverage(
  records: readonly EvidenceRecord[],
  roots: readonly string[],
  now: Sources,
): CodeCoverage | null {
  const measured = measuredIn(records);
  if (measured === null) return null;
  const { all, byClaim } = measured;
  const sources = all.sources ?? {};
  const loaded = Object.keys(all.files);
  return {
    roots,
    measured: [...byClaim.keys()],
    // Today's digests are of what the run's claims depend on, which may be less than what was measured.
    changed: loaded.filter((file) => Object.hasOwn(now.files, file) && now.files[file] !== sources[file]),
    files: Object.entries(all.files)
      .filter(([, lines]) => lines.length > 0)
      .map(([file, lines]) => fileCoverage(file, lines, byClaim)),
    apart: Object.keys(sources).filter((file) => isBelow(roots, file) && !Object.hasOwn(all.files, file)),
  };
}

/** What was measured of the code. */
interface Measured {
  /** The record of all executable lines. */
  readonly all: CoverageRecord;
  /** The records of claims, by id. */
  readonly byClaim: ReadonlyMap<string, CoverageRecord>;
}

/** The coverage records among some records, the last of each claim; null when the record of all lines is not among them. */
function measuredIn(records: readonly EvidenceRecord[]): Measured | null {
  const coverage = records.filter((record) => record.type === 'coverage');
  const all = coverage.findLast(({ claim }) => claim === null);
  if (all === undefined) return null;
  return { all, byClaim: new Map(coverage.flatMap((each) => (each.claim === null ? [] : [[each.claim, each]]))) };
}

function isBelow(roots: readonly string[], file: string): boolean {
  return roots.some((root) => file.startsWith(`${root}/`));
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

/** How many lines no claim executes, and how many could be executed. */
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

/** What was measured of the code in a sentence or two: how many lines no claim executes, and how many files no verification loads. */
export function measuredText({ roots, files, measured, apart }: CodeCoverage): string {
  const { unexercised, executable } = lineCounts(files);
  const folders = roots.map((root) => `${root}/`).join(' and ');
  return (
    `${count(unexercised)} of ${counted(executable, 'line')} in functions of ${folders} ${isOrAre(unexercised)} executed by none of ` +
    `${counted(measured.length, 'claim')}, on the first setting of each stratum, without a mutant. ` +
    `No verification loads ${counted(apart.length, 'file')} of ${folders}.`
  );
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

const isOrAre = (count: number) => (count === 1 ? 'is' : 'are');
