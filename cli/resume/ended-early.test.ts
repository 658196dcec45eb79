import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { suites } from '../suites.ts';
import { commandLineOf } from '../testing/captured.ts';
import { suites as tiny } from '../testing/tiny-suite/suites.ts';

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'claimcheck-ended-')), 'out');
});
afterEach(() => rmSync(join(out, '..'), { recursive: true }));

const claimcheck = commandLineOf(tiny);

test('a report that cannot be written does not lose the verdict, and is written from what is kept', async () => {
  // A name that no file can have.
  mkdirSync(join(out, 'report.md', 'in the way'), { recursive: true });
  const failed = await claimcheck('verify', '--workers', '0', '--out', out);
  expect(failed.stdout).toContain('Claims: 2 supported, 0 refuted, 0 undecided');
  const goOn = `what is done is kept, and npm run verify -- --resume ${out} resumes it`;
  const errors = failed.stderr.split('\n').filter((line) => line.startsWith('claimcheck: '));
  expect(errors).toEqual([expect.stringMatching(`^claimcheck: cannot write to ${out}: .*; ${goOn}$`)]);
  expect(failed.exitCode).toBe(70);
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(readdirSync(out)).toContain('unfinished');
  rmSync(join(out, 'report.md'), { recursive: true });
  expect(await claimcheck('verify', '--resume', out, '--workers', '0')).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(out, 'unfinished'))).toBe(false);
});

test('a resumed run has the options of its own suite, whichever suite is the default', async () => {
  mkdirSync(join(out, 'report.md', 'in the way'), { recursive: true });
  const ofBoth = commandLineOf([...suites, ...tiny]);
  const terrain = ['--terrain', import.meta.filename];
  const begun = await ofBoth('verify', '--suite', 'tiny', ...terrain, '--workers', '0', '--out', out);
  expect(begun.exitCode).toBe(70);
  rmSync(join(out, 'report.md'), { recursive: true });
  expect((await ofBoth('verify', '--resume', out, '--mnist', 'anywhere')).stderr).toContain("unknown option '--mnist'");
  expect(await ofBoth('verify', '--resume', out, '--stride', 'long')).toMatchObject({
    exitCode: 64,
    stderr: expect.stringContaining('a resumed run keeps its own options'),
  });
  expect(await ofBoth('verify', '--resume', out, ...terrain, '--workers', '0')).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining('Data: the terrain of a file'),
  });
});
