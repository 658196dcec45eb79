import { DataError } from '../data-error.ts';
import type { KindOfWork } from '../kinds/kind-of-work.ts';
import type { EvidenceRecord } from './evidence.ts';
import { fileLines, LONGEST_LINE_BYTES } from './file-lines.ts';
import { Flaw, recordParser } from './parse-record.ts';
import { sharingTexts } from './shared-texts.ts';

/** A line of a file of evidence that cannot be used. The other lines are used. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  /** The rest of a sentence about the line: 'is not JSON: …'. It may quote the file: escape it before it goes to a terminal. */
  readonly what: string;
}

/** A record and where it was read. */
export interface LocatedRecord<T extends EvidenceRecord = EvidenceRecord> {
  readonly record: T;
  readonly file: string;
  readonly line: number;
}

/** What a file of evidence holds. */
export interface EvidenceFile {
  readonly file: string;
  readonly records: readonly LocatedRecord[];
  readonly problems: readonly Problem[];
}

/** Characters that are kept of a problem: enough to find its place in a long line. */
const PROBLEM_CHARACTERS = 200;

/**
 * Reads a file of evidence line by line. A line that is cut short, damaged, or of another version or shape becomes a problem and is left out.
 * @throws DataError when the file cannot be read, or has no run record of this version: then nothing says what the other records are evidence of.
 */
export async function readEvidence(file: string, kinds: readonly KindOfWork[]): Promise<EvidenceFile> {
  const parse = recordParser(kinds);
  const records: LocatedRecord[] = [];
  const problems: Problem[] = [];
  const shareTexts = sharingTexts();
  const report = (line: number, what: string) =>
    problems.push({
      file,
      line,
      what: what.length > PROBLEM_CHARACTERS ? `${what.slice(0, PROBLEM_CHARACTERS)}…` : what,
    });
  for await (const { line, bytes, ended } of fileLines(file)) {
    if (bytes === null) report(line, `is longer than ${LONGEST_LINE_BYTES / 2 ** 20} MiB`);
    else if (!isBlank(bytes)) {
      const parsed = parse(line === 1 ? withoutByteOrderMark(bytes) : bytes);
      if (parsed instanceof Flaw) report(line, ended ? parsed.what : `is cut short, or ${parsed.what}`);
      else {
        if (parsed.type === 'decision') shareTexts(parsed);
        records.push({ record: parsed, file, line });
      }
    }
  }
  if (!records.some(({ record }) => record.type === 'run')) throw noRun(file, problems[0]);
  return { file, records, problems };
}

function noRun(file: string, first: Problem | undefined): DataError {
  const why = first === undefined ? '' : `: its line ${first.line} ${first.what}`;
  return new DataError(`${file} has no run record, so nothing says what it is evidence of${why}`);
}

const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

function withoutByteOrderMark(bytes: Buffer): Buffer {
  const { length } = BYTE_ORDER_MARK;
  return bytes.subarray(0, length).equals(BYTE_ORDER_MARK) ? bytes.subarray(length) : bytes;
}

const SPACE = 0x20;
const TAB = 0x09;
const CARRIAGE_RETURN = 0x0d;

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === SPACE || byte === TAB || byte === CARRIAGE_RETURN);
}
