import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { canonicalJson } from '../canonical-json.ts';
import { writingTo } from '../output-error.ts';
import { checkedLine, recordOf } from './checked-line.ts';
import { type ExactJson, ofExactJson, toExactJson } from './exact-json.ts';
import type { Journal } from './journal.ts';

/** A line of a journal after the first: the digest of a piece of work, and its result. */
type Result = { readonly work: string } & ExactJson;

/** A journal in a file, open to be appended to. */
export interface FileJournal extends Journal {
  /** Results that were there when it was opened. */
  readonly kept: number;
  close(): void;
}

/**
 * A journal in a file of one line a result, each with its own SHA-256, below a line that says whose work it is. A line is handed to the system
 * when its work is finished, and when the disk has it is left to the system: a process that is killed loses nothing that it wrote, a power cut may
 * lose the last lines. A line that is torn or was harmed is told on stderr, and its work done again.
 * @param header of a journal that is made; that of one which is there stays.
 */
export function openJournal(path: string, header: unknown): FileJournal {
  if (!existsSync(path)) create(path, header);
  const lines = readFileSync(path, 'utf8').split('\n');
  const results = resultsIn(lines, path);
  const file = openSync(path, 'a');
  // After a torn last line a fresh one.
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

/** A journal is there with its first line, or it is not. */
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

/** The first line of a journal that is there; undefined when it is damaged. */
export function headerOf(path: string): unknown {
  return recordOf(readFileSync(path, 'utf8').split('\n', 1)[0]!);
}

/** Lines of results in a journal; 0 where there is none. */
export function resultsKept(path: string): number {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(1, -1).length : 0;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
