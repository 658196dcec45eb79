import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { canonicalJson } from './canonical-json.ts';
import { checkedLine, recordOf } from './checked-line.ts';
import { type ExactJson, ofExactJson, toExactJson } from './exact-json.ts';
import type { Journal } from './journal.ts';

/** What a line of a journal after the first says: the digest of a piece of work, and its result. */
type Result = { readonly work: string } & ExactJson;

/** A journal in a file, open to be appended to. */
export interface FileJournal extends Journal {
  close(): void;
}

/**
 * A journal in a file of one line a result, each with its own SHA-256, below a line that says whose work it is. A line is handed to the system as
 * soon as its work is finished, and the disk is left to the system: a process that is killed loses nothing that it wrote, a power cut may lose the last
 * lines. A line that is torn or was harmed is told on stderr and its work done again.
 * @param header of a new journal; that of a file which is there stays.
 */
export function openJournal(path: string, header: unknown): FileJournal {
  const fresh = !existsSync(path);
  const lines = fresh ? [] : readFileSync(path, 'utf8').split('\n');
  const results = resultsIn(lines.slice(1), path);
  const file = openSync(path, 'a');
  const append = (record: unknown) => writeFileSync(file, `${checkedLine(record)}\n`);
  if (fresh) append(header);
  // After a torn last line a fresh one.
  else if (lines.at(-1) !== '') writeFileSync(file, '\n');
  return {
    async resultOf<T>(work: unknown, perform: () => Promise<T>): Promise<T> {
      const digest = sha256(canonicalJson(work));
      const known = results.get(digest);
      if (known !== undefined) return ofExactJson(known) as T;
      const result = await perform();
      append({ work: digest, ...toExactJson(result) } satisfies Result);
      return result;
    },
    close: () => closeSync(file),
  };
}

function resultsIn(lines: readonly string[], path: string): ReadonlyMap<string, Result> {
  const results = new Map<string, Result>();
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const result = recordOf(line) as Result | undefined;
    if (result !== undefined) results.set(result.work, result);
    // The first of the given lines is the second of the file.
    else process.stderr.write(`claimcheck: ${path}:${index + 2}: the line is damaged: its work is done again\n`);
  }
  return results;
}

/** The first line of a journal; undefined when it is damaged, or there is no journal. */
export function headerOf(path: string): unknown {
  return existsSync(path) ? recordOf(readFileSync(path, 'utf8').split('\n', 1)[0]!) : undefined;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
