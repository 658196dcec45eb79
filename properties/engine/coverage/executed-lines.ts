import type { Position } from './positions.ts';
import type { ScriptCoverage } from './precise-coverage.ts';

type Functions = ScriptCoverage['functions'];

/** Lines with code inside a function. What a module does while it loads is in no function: it runs once for all claims. */
export function executableLines(functions: Functions, positions: readonly Position[]): Set<number> {
  return linesWhere(
    paint(functions, () => 1),
    positions,
  );
}

/** Lines that ran inside a function. */
export function executedLines(functions: Functions, positions: readonly Position[]): Set<number> {
  return linesWhere(
    paint(functions, (count) => Math.min(count, 1)),
    positions,
  );
}

function linesWhere(painted: Uint8Array, positions: readonly Position[]): Set<number> {
  return new Set(positions.filter(({ offset }) => painted[offset] === 1).map(({ line }) => line));
}

/** A value for every offset of the script: the mark of the innermost range around it; 0 outside of functions. */
function paint(functions: Functions, mark: (count: number) => number): Uint8Array {
  const ranges = functions.filter((each) => !runsAtLoad(each)).flatMap((each) => each.ranges);
  const painted = new Uint8Array(Math.max(0, ...ranges.map(({ endOffset }) => endOffset)));
  // Ranges nest, so that after this order the innermost is painted last.
  const fromOutside = ranges.toSorted((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  for (const { startOffset, endOffset, count } of fromOutside) painted.fill(mark(count), startOffset, endOffset);
  return painted;
}

/** To V8 a module is a function without a name that starts where the script starts, and the static parts of a class are a function of this name. */
function runsAtLoad({ functionName, ranges: [whole] }: Functions[number]): boolean {
  return (functionName === '' && whole?.startOffset === 0) || functionName === '<static_initializer>';
}
