import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { canonicalJson } from '../canonical-json.ts';
import { writingTo } from '../output-error.ts';
import { checkedLine, recordOf } from './checked-line.ts';
import { type ExactJson, ofExactJson, toExactJson } from './exact-json.ts';
import type { Journal } from './journal.ts';

/** A line of a journal after the first: the digest of the description of a piece of work, and its result. */
type Result = { readonly work: string } & ExactJson;

/** A journal in a file, open to be appended to. */
export interface FileJournal extends Journal {
  /** The number of results that were there when it was opened. */
  readonly kept: number;
  close(): void;
}

/**
 * A journal in a file. Its first line says which run it belongs to; each further line is a result, with its own
 * SHA-256. A line is handed to the operating system when its work is finished, and the operating system decides when it
 * goes to the disk: a process that is killed loses nothing that it wrote; a power cut may lose the last lines. A line
 * that is cut short or damaged is reported on stderr, and its work is done again.
 * @param header the first line of a new journal. A journal that exists keeps its own.
 */
export function openJournal(path: string, header: unknown): FileJournal {
  if (!existsSync(path)) create(path, header);
  const lines = readFileSync(path, 'utf8').split('\n');
  const results = resultsIn(lines, path);
  const file = openSync(path, 'a');
  // After a last line that is cut short, a new line begins.
  let before = lines.at(-1) === '' ? '' : '\n';
  return {
    kept: results.size,
    async resultOf<T>(work: unknown, perform: () => Promise<T>): Promise<T> {
      const digest = sha256(canonicalJson(work));
      const known = results.get(digest);
      if (known !== undefined) return ofExactJson(known) as T;
      const result = await perform();
      const line = checkedLine({ work: digest, ...toExactJson(result) } satisfies Result);
      writingTo(path, () => writeFileSync(file, `${before}${line}\n`));
      before = '';
      return result;
    },
    close: () => closeSync(file),
  };
}

/** Creates the file with its first line: it never exists without. */
function create(path: string, header: unknown): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(temporary, `${checkedLine(header)}\n`);
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function resultsIn(lines: readonly string[], path: string): ReadonlyMap<string, Result> {
  const results = new Map<string, Result>();
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line === '') continue;
    const result = recordOf(line) as Result | undefined;
    if (result !== undefined) results.set(result.work, result);
    else process.stderr.write(`claimcheck: ${path}:${index + 1}: the line is damaged; its work is done again\n`);
  }
  return results;
}

/** The first line of a journal that exists; undefined when the line is damaged. */
export function headerOf(path: string): unknown {
  return recordOf(readFileSync(path, 'utf8').split('\n', 1)[0]!);
}

/** The number of results in a journal; 0 where there is no journal. */
export function resultsKept(path: string): number {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(1, -1).length : 0;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
