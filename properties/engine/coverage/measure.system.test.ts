import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { CoverageRecord } from '../evidence/evidence.ts';
import { linesOf } from './line-ranges.ts';

const example = join(import.meta.dirname, 'testing');
const printed = execFileSync(process.execPath, ['--import', 'tsx', join(example, 'measure.ts')], { encoding: 'utf8' });
const records: CoverageRecord[] = JSON.parse(printed);
const filesOf = (claim: string | null) => records.find((record) => record.claim === claim)!.files;
const measured = (claim: string | null, file: string) => linesOf(filesOf(claim)[file] ?? []);

/**
 * The lines that the example says are executable, or executed by a claim: those whose comment names it. Where the formatter leaves a comment
 * alone on its line, it is about the line before.
 */
function marked(file: string, mark: RegExp): number[] {
  const lines = readFileSync(join(example, file), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    const [comment] = /\/\/ (?:by|at) .*$/.exec(line) ?? [];
    return comment === undefined || !mark.test(comment) ? [] : [line.trim() === comment ? index : index + 1];
  });
}

test('executable are the lines of functions: no comment, type, bracket, or statement of the module itself', () => {
  for (const file of ['law.ts', 'table.ts', 'idle.ts', 'other.ts']) {
    expect(measured(null, file), file).toEqual(marked(file, /./));
  }
  expect(filesOf(null)['constant.ts']).toEqual([]);
});

test.each(['positive', 'negative', 'doubling'])('a claim about %s executes its branches and no other', (claim) => {
  for (const file of ['law.ts', 'other.ts', 'idle.ts']) {
    expect(measured(claim, file), file).toEqual(marked(file, new RegExp(claim)));
  }
});

test('what runs while a module loads counts for the claims that execute a file which imports it', () => {
  expect(measured('positive', 'table.ts')).toEqual(marked('table.ts', /at load/));
  expect(measured('negative', 'table.ts')).toEqual(marked('table.ts', /at load/));
  expect(filesOf('doubling')).not.toHaveProperty('table.ts');
});

test('a file of constants alone is among those of the claims that load it, without a line', () => {
  expect(filesOf('positive')['constant.ts']).toEqual([]);
  expect(filesOf('doubling')).not.toHaveProperty('constant.ts');
});

test('the record of all lines comes first and carries the sources', () => {
  expect(records.map(({ claim }) => claim)).toEqual([null, 'positive', 'negative', 'doubling']);
  expect(records[0]!.sources).toEqual({ 'law.ts': 'a digest' });
});
