import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sendsRange, stallsMidway, testMirror } from '../../sim/digits/fetch/testing/mirror.ts';
import { endOf, launcher, start } from '../testing/processes.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-'));
});
afterEach(() => {
  rmSync(directory, { recursive: true });
});

test('an interrupted fetch says how to go on, and keeps what has arrived', async () => {
  const stalling = await testMirror(new Map([['train-images-idx3-ubyte.gz', Buffer.alloc(1e5)]]), stallsMidway);
  const child = start(launcher, ['data', 'fetch', '--to', directory, '--mirror', stalling.url]);
  const ended = endOf(child);
  const part = join(directory, 'train-images-idx3-ubyte.gz.part');
  while (child.exitCode === null && (statSync(part, { throwIfNoEntry: false })?.size ?? 0) === 0) await setTimeout(5);
  child.kill('SIGINT');
  const { exitCode, stderr } = await ended;
  expect(exitCode).toBe(130);
  stalling.close();
  const line = 'claimcheck: interrupted; what has arrived is kept, and the same command goes on from there\n';
  expect(stderr.endsWith(line), stderr).toBe(true);
  expect(readdirSync(directory)).toEqual(['train-images-idx3-ubyte.gz.part']);
});

test("mirrors that all fail exit 65 with one line, and what they left is in the user's cache", async () => {
  const { url, close } = await testMirror(new Map(), sendsRange);
  close();
  // The user's home, and so the cache, is the test's directory.
  const home = { HOME: directory, XDG_CACHE_HOME: join(directory, '.cache'), LOCALAPPDATA: directory };
  const words = ['data', 'fetch', '--mirror', url];
  const { exitCode, stdout, stderr } = await endOf(start(launcher, words, { env: { ...process.env, ...home } }));
  const errors = stderr.split('\n').filter((line) => line.startsWith('claimcheck: '));
  expect(errors).toEqual([
    expect.stringContaining(`cannot download train-images-idx3-ubyte.gz (${url}: connect ECONNREFUSED`),
  ]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 65, stdout: '' });
  const left = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  expect(left.filter((path) => /claimcheck.*mnist.train-images-idx3-ubyte\.gz\.part$/.test(path))).toHaveLength(1);
});
