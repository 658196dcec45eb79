import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CoverageRecord } from '../../properties/engine/evidence/evidence.ts';
import { sourceDigests, suiteRoot } from '../../properties/engine/source-digest.ts';
import { evidenceLines } from '../../reports/json.ts';
import { DataError } from '../../sim/data-error.ts';
import { captured } from '../testing/captured.ts';
import { UsageError } from '../usage.ts';
import { listClaims } from './claims.ts';
import { coverageFile, coverageIn, readCoverage } from './coverage-file.ts';
import { requireSoundLinks } from './links.ts';

const sources = sourceDigests();
const measured: readonly CoverageRecord[] = [
  {
    type: 'coverage',
    claim: null,
    files: { 'theory/one-round.ts': [[20, 30]], 'theory/window.ts': [[1, 9]] },
    sources,
  },
  {
    type: 'coverage',
    claim: 'gain-sign',
    files: {
      'theory/one-round.ts': [
        [20, 24],
        [27, 27],
      ],
    },
  },
  { type: 'coverage', claim: 'ols-start', files: { 'theory/one-round.ts': [], 'theory/window.ts': [[1, 2]] } },
];

let directory: string;
let path: string;
const write = (records: readonly CoverageRecord[]) => writeFileSync(path, [...evidenceLines(records)].join(''));
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-coverage-'));
  path = join(directory, coverageFile);
  write(measured);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

/** What `claims --touching` prints, on stdout and on stderr. */
async function touching(file: string, json = false) {
  return captured(() => listClaims({ touching: file, coverage: path, json }));
}

test.each([['theory/one-round.ts'], [join(suiteRoot, 'theory/one-round.ts')], ['./theory/../theory/one-round.ts']])(
  'claims --touching %s lists the claims that execute the file, and their lines of it',
  async (file) => {
    const { stdout, stderr, exitCode } = await touching(file);
    expect(stdout.split('\n')[1]).toMatch(/^gain-sign +20–24, 27 +One verified round lowers/);
    expect(stdout).not.toContain('ols-start');
    expect({ stderr, exitCode }).toEqual({ stderr: '', exitCode: 0 });
  },
);

test('claims --touching --json gives ids and lines', async () => {
  const { stdout } = await touching('theory/window.ts', true);
  expect(JSON.parse(stdout)).toEqual([{ claim: 'ols-start', lines: [[1, 2]] }]);
});

test('claims --touching says when no claim executes a file, and when it changed since coverage was taken', async () => {
  expect((await touching('theory/model.ts')).stderr).toBe(
    'no claim of 2 that were measured executes theory/model.ts\n',
  );
  write([{ ...measured[0]!, sources: { ...sources, 'theory/window.ts': 'other' } }, ...measured.slice(1)]);
  expect((await touching('theory/window.ts')).stderr).toMatch(/^theory\/window.ts changed since coverage was taken/);
  expect((await touching('theory/one-round.ts')).stderr).toBe('');
});

test.each(['theory/one-rond.ts', 'properties/judge.ts', '../theory/one-round.ts', '/etc/passwd'])(
  'claims --touching %s is refused, and files that were measured are named',
  async (file) => {
    await expect(touching(file)).rejects.toThrow(UsageError);
    await expect(touching(file)).rejects.toThrow(/nearest are (theory|sim)\//);
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
  const { records, notice } = coverageIn(directory, { ...sources, 'theory/window.ts': 'other' });
  expect(records).toEqual([]);
  expect(notice).toContain('theory/window.ts changed since');
  rmSync(path);
  expect(coverageIn(directory, sources)).toEqual({ records: [] });
});

test('a suite whose links are broken is refused, an error a line', () => {
  expect(() => requireSoundLinks()).not.toThrow();
  expect(() => requireSoundLinks({ statements: [], claims: [], mutants: [] })).not.toThrow();
  const claim = { id: 'orphan', statements: [], mutants: ['nowhere'] };
  expect(() => requireSoundLinks({ statements: [], claims: [claim], mutants: [] })).toThrow(
    'claim orphan is evidence for no statement\nclaim orphan names mutant nowhere, which is unknown',
  );
});
