import { isAbsolute, join, relative } from 'node:path';
import type { CoverageRecord } from '../../properties/engine/evidence/evidence.ts';
import { digestsBelow, repositoryRoot } from '../../properties/engine/sources/repository.ts';
import type { SuiteContent } from '../../properties/engine/suite-content.ts';
import { lineText } from '../../reports/coverage/code.ts';
import { columns } from '../../reports/terminal/columns.ts';
import { exitCodes, nearest, UsageError } from '../usage.ts';
import { coverageCommand, measuredSources, readCoverage } from './coverage-file.ts';

/** Files that an error suggests for an unknown one. */
const SUGGESTIONS = 3;

/**
 * Lists the claims of a suite that execute a file of its theory or simulators and the lines of it that they do, as JSON or a line each.
 * @param file path from the root of the repository, or absolute.
 * @param coverage path of the file that `claimcheck coverage` wrote.
 * @throws DataError when no coverage was taken, UsageError when the file is none that was measured.
 */
export function listTouching(
  { claims, codeRoots }: Pick<SuiteContent, 'claims' | 'codeRoots'>,
  file: string,
  coverage: string,
  json = false,
): number {
  const records = readCoverage(coverage);
  const path = pathFromRoot(file);
  const sources = measuredSources(records);
  requireMeasured(path, Object.keys(sources));
  if (digestsBelow(codeRoots)[path] !== sources[path]) {
    process.stderr.write(
      `${path} changed since coverage was taken: its lines may have moved (\`${coverageCommand}\`)\n`,
    );
  }
  const touching = executing(path, records);
  if (touching.length === 0)
    process.stderr.write(`no claim of ${records.length - 1} that were measured executes ${path}\n`);
  const titles = new Map(claims.map(({ id, title }) => [id, title]));
  const rows = touching.map(({ claim, lines }) => [claim, lineText(lines), titles.get(claim) ?? '']);
  const header = ['claim', `lines of ${path}`, 'what it says'];
  const lines = json ? [JSON.stringify(touching, null, 2)] : rows.length === 0 ? [] : columns([header, ...rows]);
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  return exitCodes.supported;
}

function executing(path: string, records: readonly CoverageRecord[]) {
  return records.flatMap(({ claim, files }) => {
    const lines = files[path] ?? [];
    return claim === null || lines.length === 0 ? [] : [{ claim, lines }];
  });
}

function pathFromRoot(file: string): string {
  const absolute = isAbsolute(file) ? file : join(repositoryRoot, file);
  return relative(repositoryRoot, absolute).replaceAll('\\', '/');
}

function requireMeasured(path: string, measured: readonly string[]): void {
  if (measured.includes(path)) return;
  const suggestions = nearest(path, measured, SUGGESTIONS).join(', ');
  throw new UsageError(`--touching: ${path} is no source file that coverage was taken of: nearest are ${suggestions}`);
}
