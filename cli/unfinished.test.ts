import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unfinished } from './unfinished.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'claimcheck-unfinished-'));
});
afterEach(() => rmSync(out, { recursive: true }));

const laboratory = (digest: string) => ({
  engine: { name: 'onnx', description: 'version 1' },
  digits: [{ kind: 'mnist' as const, provenance: 'MNIST', digest, floor: 0.06 }],
});

/** Opens the store of an output directory, and tells whether it has the work that an earlier run left. */
async function open(resume: boolean, digest = 'a') {
  const { journal, notice } = unfinished(out, resume, laboratory(digest));
  const result = await journal.resultOf('work', async () => 'done again');
  journal.close();
  return { notice, left: result === 'left' };
}

/** A run that is interrupted after it has done some work. */
async function interrupted(): Promise<void> {
  const { journal } = unfinished(out, false, laboratory('a'));
  await journal.resultOf('work', async () => 'left');
  journal.close();
}

test('a run goes on from an unfinished one when it is told to, and says so', async () => {
  await interrupted();
  expect(await open(true)).toEqual({
    left: true,
    notice: `going on with the unfinished run in ${join(out, 'unfinished')}`,
  });
});

test('otherwise the unfinished run is discarded, and that is said', async () => {
  await interrupted();
  const { left, notice } = await open(false);
  expect(left).toBe(false);
  expect(notice).toContain('is discarded (--resume goes on with it)');
  expect((await open(true)).left).toBe(false);
});

test('nothing is said where there is nothing to go on from, unless it was asked for', async () => {
  expect((await open(false)).notice).toBeUndefined();
  rmSync(join(out, 'unfinished'), { recursive: true });
  expect((await open(true)).notice).toContain('there is no unfinished run');
});

test('work on other digits is not used', async () => {
  await interrupted();
  expect((await open(true, 'b')).left).toBe(false);
});

test('what is removed is gone', async () => {
  await interrupted();
  unfinished(out, true, undefined).remove();
  expect(existsSync(join(out, 'unfinished'))).toBe(false);
});
