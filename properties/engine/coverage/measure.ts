import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { CoverageRecord } from '../evidence/evidence.ts';
import { importGraph } from '../sources/import-graph.ts';
import { executableLines, executedLines } from './executed-lines.ts';
import { rangesOf } from './line-ranges.ts';
import { type Position, positionsOf } from './positions.ts';
import { type ScriptCoverage, startPreciseCoverage } from './precise-coverage.ts';

/** What a claim runs while its lines are counted. */
export interface Exercise {
  readonly claim: string;
  run(): Promise<void>;
}

/** What is measured. */
export interface Measured {
  /** Root of the repository. */
  readonly root: string;
  /** Files that load, or may load, all measured files. All files here are paths from the root. */
  readonly entries: readonly string[];
  /** Whether the lines of a file are measured. */
  readonly counts: (file: string) => boolean;
  /** SHA-256, hex, of the sources by path. */
  readonly sources: Readonly<Record<string, string>>;
  /** The claims to measure; called when the files are loaded. */
  readonly exercises: () => Promise<readonly Exercise[]>;
  readonly onMeasured?: (claim: string, place: number, all: number) => void;
}

type Lines = ReadonlyMap<string, ReadonlySet<number>>;

/**
 * Counts, in this thread, which lines each claim executes. Must be called before any of the measured files is loaded.
 *
 * Lines of functions that run while a module loads (tables, quadrature rules) count for every claim that executes a file which imports the module.
 * @returns the record of all executable lines, then a record for each claim.
 */
export async function measureCoverage(options: Measured): Promise<CoverageRecord[]> {
  const { root, entries, counts, sources, exercises, onMeasured } = options;
  const imports = importGraph(root);
  const coverage = await startPreciseCoverage();
  try {
    const files = [...imports.reachableFrom(entries)].filter(isCode).filter(counts).sort();
    for (const file of [...entries, ...files]) await import(pathToFileURL(join(root, file)).href);
    const linesBy = counter(root, files);
    const loaded = await coverage.take();
    const atLoad = linesBy(loaded, executedLines);
    const executable = linesBy(loaded, executableLines);
    const every = new Map(files.map((file) => [file, executable.get(file) ?? new Set<number>()]));
    const records: CoverageRecord[] = [{ type: 'coverage', claim: null, files: rangesBy(every), sources }];
    const all = await exercises();
    await coverage.take();
    for (const [place, { claim, run }] of all.entries()) {
      await run();
      const executed = linesBy(await coverage.take(), executedLines);
      const loads = [...imports.loadedBy([...executed.keys()])].filter(counts);
      const touched = new Map([...new Set(loads)].sort().map((file) => [file, both(executed, atLoad, file)]));
      records.push({ type: 'coverage', claim, files: rangesBy(touched) });
      onMeasured?.(claim, place, all.length);
    }
    return records;
  } finally {
    await coverage.stop();
  }
}

/** Files of data have no lines that run. */
const isCode = (file: string) => file.endsWith('.ts');

/** Counts lines by file. Files without any are left out. */
function counter(root: string, files: readonly string[]) {
  const positions = new Map<string, readonly Position[]>();
  const placesOf = (url: string) => {
    const places = positions.get(url) ?? positionsOf(url);
    positions.set(url, places);
    return places;
  };
  const names = new Map(files.map((file) => [join(root, file), file]));
  return (scripts: readonly ScriptCoverage[], linesOf: typeof executedLines): Lines => {
    const found = scripts.flatMap(({ url, functions }) => {
      const file = url.startsWith('file:') ? names.get(fileURLToPath(url)) : undefined;
      return file === undefined ? [] : [[file, linesOf(functions, placesOf(url))] as const];
    });
    return new Map(found.filter(([, lines]) => lines.size > 0).sort());
  };
}

function both(executed: Lines, atLoad: Lines, file: string): Set<number> {
  return new Set([...(executed.get(file) ?? []), ...(atLoad.get(file) ?? [])]);
}

function rangesBy(lines: Lines): CoverageRecord['files'] {
  return Object.fromEntries([...lines].map(([file, each]) => [file, rangesOf(each)]));
}
