import { describe, expect, test } from 'vitest';
import { suites as tinySuites } from '../cli/testing/tiny-suite/suites.ts';
import { reportTests } from './report-tests.ts';
import type { EndedFile } from './tested-claims.ts';
import { file, tested } from './testing/ended-files.ts';

describe('a test run is reported', () => {
  const whole = { directory: 'out', color: false, shard: { index: 1, count: 1 } };
  const other = { ...tinySuites[0]!, id: 'other', module: new URL('other/suite.ts', import.meta.url).href };

  test('suite by suite, those of which a claim was tested, and the first in the directory itself', async () => {
    const files = [file('walks', [tested('drifting-walk')])];
    const directories = async (listed: typeof tinySuites) =>
      (await reportTests(files, listed, whole)).map(({ directory }) => directory);
    expect(await directories([...tinySuites, other])).toEqual(['out']);
    expect(await directories([other, ...tinySuites])).toEqual(['out/tiny']);
    expect(await reportTests([], tinySuites, whole)).toEqual([]);
  });

  test('and where not all claims were tested, the table says so', async () => {
    const partial = 'Partial: 1 of 2 claims tested;';
    const tables = async (...files: readonly EndedFile[]) =>
      (await reportTests(files, tinySuites, whole)).map(({ table }) => table.includes(partial));
    expect(await tables(file('walks', [tested('drifting-walk')]))).toEqual([true]);
    expect(await tables(file('walks', [tested('drifting-walk')]), file('bets', [tested('expected-payoff')]))).toEqual([
      false,
    ]);
  });
});
