import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { resultsKept } from '../../properties/engine/pool/file-journal.ts';
import { repositoryRoot } from '../../properties/engine/sources/repository.ts';
import { type BuiltTiny, buildTiny } from '../testing/built-tiny.ts';
import { endOf, start } from '../testing/processes.ts';
import { journalIn } from './run-header.ts';

let tiny: BuiltTiny;
beforeAll(async () => {
  tiny = await buildTiny();
});
afterAll(() => tiny.remove());

let out: string;
beforeEach(() => {
  out = join(mkdtempSync(join(tmpdir(), 'claimcheck-ended-')), 'out');
});
afterEach(() => rmSync(join(out, '..'), { recursive: true }));

const goOn = () => `what is done is kept, and npm run verify -- --resume ${out} resumes it`;

/** The lines on stderr that are errors. */
const errors = (stderr: string) => stderr.split('\n').filter((line) => line.startsWith('claimcheck: '));

/** A run of the tiny suite under way, with so many results. */
async function underWay(results: number) {
  const child = start(tiny.commandLine, ['verify', '--tier', 'patient', '--workers', '2', '--out', out]);
  const ended = endOf(child);
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
    const { exitCode, signal, stderr } = await ended;
    expect({ exitCode, signal }).toEqual({ exitCode: code, signal: null });
    expect(errors(stderr)).toEqual([`claimcheck: interrupted; ${goOn()}`]);
    const names = ['unfinished', 'unfinished/checkpoints', 'unfinished/journal.jsonl', 'unfinished/lock'];
    expect(left().filter((path) => path !== 'unfinished/checkpoints')).toEqual(names.toSpliced(1, 1));
  },
);

/** Verifies by another program that starts Node. */
function ranBy(program: string, ...words: readonly string[]) {
  const command = [...words, process.execPath, ...tiny.commandLine, 'verify', '--workers', '1', '--out', out];
  const { status, stderr } = spawnSync(program, command, { cwd: repositoryRoot, encoding: 'utf8' });
  return { exitCode: status, errors: errors(stderr) };
}

test('on a full disk a run ends with one line when a result cannot be kept, and goes on when there is room', async () => {
  // No file may grow beyond 8 KiB, which the system says as it says that a disk is full.
  const { exitCode, errors } = ranBy('sh', '-c', 'ulimit -f 16; exec "$0" "$@"');
  const why = `cannot write to ${journalIn(out)}: EFBIG: file too large, write`;
  expect({ exitCode, errors }).toEqual({ exitCode: 70, errors: [`claimcheck: ${why}; ${goOn()}`] });
  const kept = resultsKept(journalIn(out));
  expect(kept).toBeGreaterThan(0);
  const resumed = await endOf(start(tiny.commandLine, ['verify', '--resume', out, '--workers', '1']));
  expect(resumed.stderr).toContain(`resuming the unfinished run in ${out}: `);
  expect(resumed.exitCode, resumed.stderr).toBe(0);
});

test('a directory that may not be written is refused before any work, and nothing is made', () => {
  mkdirSync(out);
  chmodSync(out, 0o555);
  // Modes bind everyone but root, who has to give up this capability.
  const unprivileged = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override'] : ['env'];
  const { exitCode, errors } = ranBy(unprivileged[0]!, ...unprivileged.slice(1));
  const line = expect.stringMatching(/^claimcheck: --out: cannot write to \S+: EACCES/);
  expect({ exitCode, errors }).toEqual({ exitCode: 64, errors: [line] });
  expect(readdirSync(out)).toEqual([]);
});
