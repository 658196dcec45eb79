import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { captured } from '../cli/testing/captured.ts';
import type { Part } from './harness/part.ts';
import type { Results } from './harness/results.ts';
import { main } from './main.ts';
import { measure } from './measure.ts';
import { parts } from './parts.ts';
import { pythonWithTorch } from './peers/pytorch.ts';

/** Parts whose tasks are processes that load the suite, or many replicates: too slow to be tried here. */
const slow = ['merging', 'long-run', 'memory', 'tiers'];

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-test-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

const bench = (...words: string[]) => captured(() => main([...words, '--out', directory]));

describe('every benchmark works: on tiny sizes it comes to tables of finite figures', () => {
  test.each(parts.filter(({ name }) => !slow.includes(name)))('$name', async ({ load }) => {
    const tables = await (await load())({ runs: 1, slice: 0, smoke: true, tier: 'quick' });
    expect(tables.length).toBeGreaterThan(0);
    const cells = tables.flatMap(({ rows }) => rows.flatMap((row) => Object.entries(row)));
    expect(cells.filter(([, cell]) => typeof cell === 'number' && !Number.isFinite(cell))).toEqual([]);
  });
});

describe('npm run bench', () => {
  test('prints its tables and writes them with the machine, the sources and the date', async () => {
    const { exitCode, stdout } = await bench('--smoke', '--only', 'decisions', 'chain');
    expect(exitCode).toBe(0);
    expect(stdout).toContain('mean of a bounded observable: betting');
    expect(stdout).toContain('Written: ');
    const results: Results = JSON.parse(readFileSync(join(directory, 'bench.json'), 'utf8'));
    expect(results).toMatchObject({
      version: 1,
      machine: { node: process.version },
      versions: { sources: expect.any(String) },
    });
    expect(Date.parse(results.date)).toBeLessThanOrEqual(Date.now());
    expect(results.parts.map(({ name }) => name)).toEqual(['chain', 'decisions']);
    expect(results.parts[0]).toMatchObject({ runs: 1, slice: 0, smoke: true, milliseconds: expect.any(Number) });
    expect(results.parts[0]!.tables[0]!.rows[0]).toEqual({
      'R/σ': 1,
      p: 1,
      schedule: 'n = 10',
      'ms a trajectory': expect.any(Number),
    });
  });

  test('runs each task as often as it is told', async () => {
    const runs: number[] = [];
    const part: Part = {
      name: 'counted',
      title: 'counted',
      runs: 5,
      load: async () => async (effort) => {
        runs.push(effort.runs);
        return [];
      },
    };
    for await (const _ of measure([part], { smoke: false, tier: 'quick' })) void _;
    for await (const _ of measure([part], { smoke: false, tier: 'quick', runs: 7 })) void _;
    expect(runs).toEqual([5, 7]);
  });

  test('lists all parts, and says in its help which are left out unless named', async () => {
    const { stdout } = await bench('--list');
    for (const { name, title } of parts) expect(stdout).toMatch(new RegExp(`^${name} +${title}`, 'm'));
    const help = await bench('--help');
    expect(help.exitCode).toBe(0);
    for (const { name, leftOut } of parts) expect(help.stdout.includes(`  ${name}: `)).toBe(leftOut !== undefined);
  });

  test.each([
    [['--only', 'regresion'], '--only regresion: did you mean regression? The parts are regression, '],
    [['--runs', '0'], '--runs 0: a whole number from 1 is needed'],
    [['--runs', 'many'], 'Allowed are whole numbers from 0 to 10000'],
    [['--tier', 'slow'], 'Allowed choices are quick, full, paper'],
  ])('%j is one line and exit code 64', async (words, message) => {
    const { exitCode, stdout, stderr } = await bench(...words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});

test('where no python has PyTorch there is none to compare with', () => {
  expect(pythonWithTorch(['claimcheck-has-no-such-python'])).toBeUndefined();
});
