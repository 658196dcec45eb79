import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CoverageRecord } from '../../properties/engine/evidence/evidence.ts';
import { digestsBelow, repositoryRoot } from '../../properties/engine/sources/repository.ts';
import { evidenceLines } from '../../reports/json.ts';
import { DataError } from '../../sim/data-error.ts';
import type { ListedSuite } from '../suites.ts';
import { captured } from '../testing/captured.ts';
import { suites } from '../testing/tiny-suite/suites.ts';
import { UsageError } from '../usage.ts';
import { listClaims } from './claims.ts';
import { coverageFile, coverageIn, readCoverage } from './coverage-file.ts';

const [tiny] = suites as [ListedSuite];

const here = 'cli/testing/tiny-suite';
const theory = `${here}/theory/index.ts`;
const coin = `${here}/simulator/coin.ts`;
const walk = `${here}/simulator/walk.ts`;

const sources = digestsBelow(tiny.codeRoots);
const measured: readonly CoverageRecord[] = [
  { type: 'coverage', claim: null, files: { [theory]: [[12, 13]], [coin]: [[4, 6]], [walk]: [[1, 9]] }, sources },
  {
    type: 'coverage',
    claim: 'expected-payoff',
    files: {
      [theory]: [[12, 13]],
      [coin]: [
        [4, 4],
        [6, 6],
      ],
    },
  },
  { type: 'coverage', claim: 'drifting-walk', files: { [coin]: [], [walk]: [[1, 2]] } },
];

let directory: string;
let path: string;
const write = (records: readonly CoverageRecord[]) => writeFileSync(path, [...evidenceLines(records)].join(''));
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-coverage-'));
  path = join(directory, coverageFile);
  write(measured);
});
afterEach(() => rmSync(directory, { recursive: true }));

/** What `claims --touching` prints, on stdout and on stderr. */
async function touching(file: string, json = false) {
  return captured(() => listClaims(tiny, { touching: file, coverage: path, json }));
}

test.each([[coin], [join(repositoryRoot, coin)], [`./cli/../${coin}`]])(
  'claims --touching %s lists the claims that execute the file, and their lines of it',
  async (file) => {
    const { stdout, stderr, exitCode } = await touching(file);
    expect(stdout.split('\n')[1]).toMatch(/^expected-payoff +4, 6 +A bet pays its expected/);
    expect(stdout).not.toContain('drifting-walk');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  },
);

test('claims --touching --json gives ids and lines', async () => {
  const { stdout } = await touching(walk, true);
  expect(JSON.parse(stdout)).toEqual([{ claim: 'drifting-walk', lines: [[1, 2]] }]);
});

test('claims --touching says when no claim executes a file, and when it changed since coverage was taken', async () => {
  const statements = `${here}/theory/statements.ts`;
  expect((await touching(statements)).stderr).toBe(`no claim of 2 that were measured executes ${statements}\n`);
  write([{ ...measured[0]!, sources: { ...sources, [walk]: 'other' } }, ...measured.slice(1)]);
  expect((await touching(walk)).stderr).toContain(`${walk} changed since coverage was taken`);
  expect((await touching(coin)).stderr).toBe('');
});

test.each([`${here}/simulator/coins.ts`, 'properties/engine/judge.ts', `../${coin}`, '/etc/passwd'])(
  'claims --touching %s is refused, and files that were measured are named',
  async (file) => {
    await expect(touching(file)).rejects.toThrow(UsageError);
    await expect(touching(file)).rejects.toThrow(/nearest are cli\/testing\/tiny-suite\//);
  },
);

test('where no coverage was taken, the command that takes it is named', () => {
  rmSync(path);
  expect(() => readCoverage(path)).toThrow(DataError);
  expect(() => readCoverage(path)).toThrow(`${path} does not exist: \`npm run claimcheck -- coverage\``);
});

test('a damaged coverage file is refused by its line', () => {
  writeFileSync(path, `${[...evidenceLines(measured)].join('')}{"type":"cov`);
  expect(() => readCoverage(path)).toThrow(`${path}, line 4: it is no evidence record`);
  writeFileSync(path, 'null\n');
  expect(() => readCoverage(path)).toThrow(DataError);
  write(measured.slice(1));
  expect(() => readCoverage(path)).toThrow('has no record of all executable lines');
});

test('a run takes the coverage beside it if it is of the same sources, and else says that it does not', () => {
  expect(coverageIn(directory, sources)).toEqual({ records: measured });
  const { records, notice } = coverageIn(directory, { ...sources, [walk]: 'other' });
  expect(records).toEqual([]);
  expect(notice).toContain(`${walk} changed since`);
  rmSync(path);
  expect(coverageIn(directory, sources)).toEqual({ records: [] });
});
