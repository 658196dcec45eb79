import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OutputError } from '../../reports/write.ts';
import { images, labels, published } from '../../sim/digits/fetch/testing/files.ts';
import { sendsRange, stallsMidway, testMirror } from '../../sim/digits/fetch/testing/mirror.ts';
import { startCli } from '../testing/kill-and-resume.ts';
import { UsageError } from '../usage.ts';
import { fetchData } from './data.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-'));
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(directory, { recursive: true });
});

/** Runs the command with its home, and so the user's cache, in the test's directory. */
function data(...words: readonly string[]) {
  const command = ['--import', 'tsx', 'cli.ts', 'data', ...words];
  const home = { HOME: directory, XDG_CACHE_HOME: join(directory, '.cache'), LOCALAPPDATA: directory };
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    env: { ...process.env, ...home },
  });
  return { status, stdout, stderr };
}

test('data fetch says what it does, where the files are and how they are used', async () => {
  const written = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += text;
      return true;
    });
  }
  const to = join(directory, 'made', 'for me');
  const { url, close } = await testMirror(published, sendsRange);
  const code = await fetchData({ to, mirror: [url] }, [images.file, labels.file]).finally(() => {
    vi.restoreAllMocks();
    close();
  });
  expect(code).toBe(0);
  expect(readdirSync(to)).toEqual(['few-images.gz', 'few-labels.gz']);
  expect(written.stdout).toContain(`MNIST is in ${to}\n`);
  expect(written.stdout).toContain(`--mnist "${to}"`);
  expect(written.stdout).toContain(`CLAIMCHECK_MNIST="${to}"`);
  const lines = ['images', 'labels'].flatMap((each) => [`few-${each}.gz from ${url}`, `few-${each}.gz downloaded`]);
  expect(written.stderr.trimEnd().split('\n')).toEqual(lines);
});

test.each([
  ['a mirror that is no address', { mirror: ['mnist'] }, '--mirror: mnist is not an address'],
  ['a mirror of another kind', { mirror: ['file:///mnist'] }, 'allowed are https://host/path'],
  ['a mirror with a password', { mirror: ['https://me:secret@host'] }, 'without user and password'],
  ['a file as the directory', { to: import.meta.filename }, 'it is a file'],
])('%s is refused', async (_, options, message) => {
  await expect(fetchData(options)).rejects.toThrow(UsageError);
  await expect(fetchData(options)).rejects.toThrow(message);
});

test('a directory that the system refuses midway is an output error', async () => {
  mkdirSync(join(directory, 'few-images.gz.part'));
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const { url, close } = await testMirror(published, sendsRange);
  await expect(fetchData({ to: directory, mirror: [url] }, [images.file]).finally(close)).rejects.toThrow(OutputError);
});

test('an interrupted fetch says how to go on, and keeps what has arrived', async () => {
  const stalling = await testMirror(new Map([['train-images-idx3-ubyte.gz', Buffer.alloc(1e5)]]), stallsMidway);
  const child = startCli(['data', 'fetch', '--to', directory, '--mirror', stalling.url]);
  let stderr = '';
  child.stderr!.on('data', (text) => {
    stderr += text;
  });
  const ended = once(child, 'close');
  const part = join(directory, 'train-images-idx3-ubyte.gz.part');
  while (child.exitCode === null && (statSync(part, { throwIfNoEntry: false })?.size ?? 0) === 0) await setTimeout(5);
  child.kill('SIGINT');
  expect(await ended).toEqual([130, null]);
  stalling.close();
  const line = 'claimcheck: interrupted; what has arrived is kept, and the same command goes on from there\n';
  expect(stderr.endsWith(line), stderr).toBe(true);
  expect(readdirSync(directory)).toEqual(['train-images-idx3-ubyte.gz.part']);
});

test('an unknown action exits 64 with one line', () => {
  const { status, stdout, stderr } = data('fletch');
  expect(stderr).toMatch(/^claimcheck: [^\n]*Allowed choices are fetch\.[^\n]*\n$/);
  expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
});

test("mirrors that all fail exit 65 with one line, and what they left is in the user's cache", async () => {
  const { url, close } = await testMirror(new Map(), sendsRange);
  close();
  const { status, stdout, stderr } = data('fetch', '--mirror', url);
  const errors = stderr.split('\n').filter((line) => line.startsWith('claimcheck: '));
  expect(errors).toEqual([
    expect.stringContaining(`cannot download train-images-idx3-ubyte.gz (${url}: connect ECONNREFUSED`),
  ]);
  expect({ status, stdout }).toEqual({ status: 65, stdout: '' });
  const left = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  expect(left.filter((path) => /claimcheck.*mnist.train-images-idx3-ubyte\.gz\.part$/.test(path))).toHaveLength(1);
});
