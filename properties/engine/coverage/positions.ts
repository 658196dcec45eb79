import { readFileSync } from 'node:fs';
import { findSourceMap, type SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** A place in the code that V8 runs, and the line of TypeScript that it comes from. */
export interface Position {
  /** In UTF-16 units from the start of the script. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
}

/** A line with nothing but brackets belongs to the code around it. */
const CODE = /\w/;

/**
 * The lines that the tokens of a loaded script come from, by its source map. Comments, blank lines and types have no tokens, as nothing of them runs.
 * @throws Error when the script was loaded without a source map.
 */
export function positionsOf(url: string): Position[] {
  const map = findSourceMap(url);
  if (map === undefined) throw new Error(`${url} has no source map: it was not loaded by tsx`);
  // In Node since 20.5; its types do not have it.
  const { lineLengths } = map as SourceMap & { readonly lineLengths: readonly number[] };
  const text = readFileSync(fileURLToPath(url), 'utf8').split('\n');
  let start = 0;
  return lineLengths.flatMap((length, line) => {
    const here = start;
    start += length + 1;
    return Array.from({ length }, (_, column) => column).flatMap((column) => {
      const entry = map.findEntry(line, column);
      // An entry reaches to the next one, over code that the transformation has added in between. Only its start is sure.
      if (!('originalLine' in entry) || entry.generatedLine !== line || entry.generatedColumn !== column) return [];
      const { originalLine, originalColumn } = entry;
      // Code that the transformation adds elsewhere is said to come from the very start of the file.
      if (originalLine === 0 && originalColumn === 0) return [];
      return CODE.test(text[originalLine] ?? '') ? [{ offset: here + column, line: originalLine + 1 }] : [];
    });
  });
}
