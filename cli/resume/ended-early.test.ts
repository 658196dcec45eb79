import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resultsKept } from '../../properties/engine/pool/file-journal.ts';
import { suiteRoot } from '../../properties/engine/source-digest.ts';
import { exampleEquipment } from '../../properties/verified-retraining/vae/testing/claims.ts';
import { claimcheck } from '../testing/captured.ts';
import { startCli } from '../testing/kill-and-resume.ts';
import { journalIn } from './run-header.ts';

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'claimcheck-ended-')), 'out');
});
afterEach(() => rmSync(join(out, '..'), { recursive: true }));

const plan = ['--claim', 'transfer-map-moments', 'vae-collapse', '--laboratory', exampleEquipment.laboratory];
const goOn = () => `what is done is kept, and npm run verify -- --resume ${out} goes on with it`;

/** The lines on stderr that are errors. */
const errors = (stderr: string) => stderr.split('\n').filter((line) => line.startsWith('claimcheck: '));

/** A run under way, with so many results. */
async function underWay(results: number) {
  const child = startCli(['verify', ...plan, '--workers', '2', '--out', out]);
  let stderr = '';
  child.stderr!.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close').then(([exitCode, signal]) => ({ exitCode, signal, errors: errors(stderr) }));
  while (child.exitCode === null && resultsKept(journalIn(out)) < results) await setTimeout(5);
  return { child, ended };
}

/** All that is left, but for checkpoints, whose names are digests. */
const left = () =>
  (readdirSync(out, { recursive: true, encoding: 'utf8' }) as string[])
    .filter((path) => !/checkpoints.[0-9a-f]{64}$/.test(path))
    .sort();

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)(
  '%s ends a run with one line that says how to go on, and leaves nothing half written',
  async (name, code) => {
    const { child, ended } = await underWay(5);
    child.kill(name);
    expect(await ended).toEqual({ exitCode: code, signal: null, errors: [`claimcheck: interrupted; ${goOn()}`] });
    const names = ['unfinished', 'unfinished/checkpoints', 'unfinished/journal.jsonl', 'unfinished/lock'];
    expect(left().filter((path) => path !== 'unfinished/checkpoints')).toEqual(names.toSpliced(1, 1));
  },
);

/** Runs the command line where no file may grow beyond some bytes, which the system says as it says that a disk is full. */
function withFilesUpTo(blocks: number, ...words: readonly string[]) {
  const command = ['-c', `ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, 'claimcheck', ...words];
  return ran('sh', command);
}

function ran(file: string, command: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(file, command, { cwd: suiteRoot, encoding: 'utf8' });
  return { exitCode: status, stdout, errors: errors(stderr) };
}

test('on a full disk a run ends with one line when a result cannot be kept, and goes on when there is room', () => {
  const { exitCode, errors } = withFilesUpTo(40, 'verify', ...plan, '--workers', '1', '--out', out);
  const why = `cannot write to ${journalIn(out)}: EFBIG: file too large, write`;
  expect({ exitCode, errors }).toEqual({ exitCode: 70, errors: [`claimcheck: ${why}; ${goOn()}`] });
  expect(resultsKept(journalIn(out))).toBeGreaterThan(0);
});

test('a report that cannot be written does not lose the verdict, and is written from what is kept', async () => {
  // A name that no file can have.
  mkdirSync(join(out, 'report.md', 'in the way'), { recursive: true });
  const words = ['--claim', 'transfer-map-moments', '--workers', '0', '--out', out];
  const failed = await claimcheck('verify', ...words);
  expect(failed.stdout).toContain('Claims: 1 supported, 0 refuted, 0 undecided');
  const line = expect.stringMatching(`^claimcheck: cannot write to ${out}: .*; ${goOn()}$`);
  expect({ exitCode: failed.exitCode, errors: errors(failed.stderr) }).toEqual({ exitCode: 70, errors: [line] });
  expect(readdirSync(out).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(readdirSync(out)).toContain('unfinished');
  rmSync(join(out, 'report.md'), { recursive: true });
  expect(await claimcheck('verify', '--resume', out, '--workers', '0')).toMatchObject({ exitCode: 0 });
  expect(existsSync(join(out, 'unfinished'))).toBe(false);
});

test('a directory that may not be written is refused before any work, and nothing is made', () => {
  mkdirSync(out);
  chmodSync(out, 0o555);
  // Modes bind everyone but root, who has to give up this capability.
  const unprivileged = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : ['env'];
  const words = [...unprivileged.slice(1), process.execPath, 'claimcheck', 'verify', ...plan, '--out', out];
  const { exitCode, errors } = ran(unprivileged[0]!, words);
  const line = expect.stringMatching(/^claimcheck: --out: cannot write to \S+: EACCES/);
  expect({ exitCode, errors }).toEqual({ exitCode: 64, errors: [line] });
  expect(readdirSync(out)).toEqual([]);
});
