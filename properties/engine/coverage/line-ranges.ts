import type { LineRanges } from '../evidence/evidence.ts';

/** Lines as ranges of consecutive lines, ascending. */
export function rangesOf(lines: Iterable<number>): LineRanges {
  const ranges: [from: number, to: number][] = [];
  for (const line of [...new Set(lines)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges;
}

/** The lines of ranges, one by one. */
export function linesOf(ranges: LineRanges): number[] {
  return ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, offset) => from + offset));
}
