import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { suites } from '../suites.ts';
import { type Captured, commandLineOf } from '../testing/captured.ts';
import { suites as tiny } from '../testing/tiny-suite/suites.ts';

/** The command line of two suites. The run below is about the one that is not the default. */
const claimcheck = commandLineOf([...suites, ...tiny]);

const terrain = ['--terrain', import.meta.filename];
let out: string;
let failed: Captured;
beforeAll(async () => {
  out = join(mkdtempSync(join(tmpdir(), 'claimcheck-ended-')), 'out');
  // A name that no file can have.
  mkdirSync(join(out, 'report.md', 'in the way'), { recursive: true });
  failed = await claimcheck('verify', '--suite', 'tiny', ...terrain, '--workers', '0', '--out', out);
  rmSync(join(out, 'report.md'), { recursive: true });
});
afterAll(() => rmSync(join(out, '..'), { recursive: true }));

test('a report that cannot be written does not lose the verdict, and its run is kept', () => {
  expect(failed.stdout).toContain('Claims: 2 supported, 0 refuted, 0 undecided');
  const goOn = `what is done is kept, and npm run verify -- --resume ${out} resumes it`;
  const errors = failed.stderr.split('\n').filter((line) => line.startsWith('claimcheck: '));
  expect(errors).toEqual([expect.stringMatching(`^claimcheck: cannot write to ${out}: .*; ${goOn}$`)]);
  expect(failed.exitCode).toBe(70);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(readdirSync(out)).toContain('unfinished');
});

test('a resumed run has the options of its own suite, whichever suite is the default', async () => {
  const resume = (...words: readonly string[]) => claimcheck('verify', '--resume', out, '--workers', '0', ...words);
  expect((await resume('--mnist', 'anywhere')).stderr).toContain("unknown option '--mnist'");
  const own = 'a resumed run keeps its own options';
  for (const words of [
    ['--stride', 'long'],
    ['--suite', 'tiny'],
    ['--seed', '2'],
  ])
    expect(await resume(...words)).toMatchObject({ exitCode: 64, stderr: expect.stringContaining(own) });
  expect(await resume(...terrain)).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('Data: the terrain of a file'),
  });
  expect(existsSync(join(out, 'unfinished'))).toBe(false);
});
