import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Store } from '../properties/store.ts';
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
function open(resume: boolean, digest = 'a') {
  const { store, notice } = unfinished(out, resume, laboratory(digest));
  return { notice, left: new Store(store).load('work', 'result') !== undefined };
}

/** A run that is interrupted after it has done some work. */
function interrupted(): void {
  new Store(unfinished(out, false, laboratory('a')).store).save('work', 'result', Uint8Array.of(1));
}

test('a run goes on from an unfinished one when it is told to, and says so', () => {
  interrupted();
  expect(open(true)).toEqual({ left: true, notice: `going on with the unfinished run in ${join(out, 'unfinished')}` });
});

test('otherwise the unfinished run is discarded, and that is said', () => {
  interrupted();
  const { left, notice } = open(false);
  expect(left).toBe(false);
  expect(notice).toContain('is discarded (--resume goes on with it)');
  expect(open(true).left).toBe(false);
});

test('nothing is said where there is nothing to go on from, unless it was asked for', () => {
  expect(open(false).notice).toBeUndefined();
  rmSync(join(out, 'unfinished'), { recursive: true });
  expect(open(true).notice).toContain('there is no unfinished run');
});

test('work on other digits is not used', () => {
  interrupted();
  expect(open(true, 'b').left).toBe(false);
});

test('what is removed is gone', () => {
  interrupted();
  unfinished(out, true, undefined).remove();
  expect(existsSync(join(out, 'unfinished'))).toBe(false);
});
