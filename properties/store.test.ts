import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Store, withTemporaryStore } from './store.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-store-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const bytes = Uint8Array.of(1, 2, 3);
const storeOf = (identity: string) => new Store({ directory, identity });

test('what was saved for a piece of work is found again, however its description was put together', () => {
  storeOf('a').save({ claim: 'c', draws: [0, 1] }, 'result', bytes);
  expect(storeOf('a').load({ draws: [0, 1], claim: 'c' }, 'result')).toEqual(Buffer.from(bytes));
});

test('other work, another stage and another identity find nothing', () => {
  storeOf('a').save({ draw: 1 }, 'result', bytes);
  expect(storeOf('a').load({ draw: 2 }, 'result')).toBeUndefined();
  expect(storeOf('a').load({ draw: 1 }, 'checkpoint')).toBeUndefined();
  expect(storeOf('b').load({ draw: 1 }, 'result')).toBeUndefined();
});

test('a later save replaces the earlier one, and removed work is gone; no temporary file stays', () => {
  const store = storeOf('a');
  store.save('work', 'checkpoint', bytes);
  store.save('work', 'checkpoint', Uint8Array.of(4));
  expect(store.load('work', 'checkpoint')).toEqual(Buffer.of(4));
  expect(readdirSync(directory)).toHaveLength(1);
  store.remove('work', 'checkpoint');
  store.remove('work', 'checkpoint');
  expect(readdirSync(directory)).toEqual([]);
});

test.each([
  [
    'with a bit turned',
    (path: string) =>
      writeFileSync(
        path,
        readFileSync(path).map((byte, at) => (at === 33 ? byte ^ 1 : byte)),
      ),
  ],
  ['cut short', (path: string) => truncateSync(path, 34)],
  ['cut within its digest', (path: string) => truncateSync(path, 7)],
  ['empty', (path: string) => truncateSync(path, 0)],
])('a file %s is not believed, and its name is told', (_, harm) => {
  const store = storeOf('a');
  store.save('work', 'result', bytes);
  const [name] = readdirSync(directory);
  harm(join(directory, name!));
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(store.load('work', 'result')).toBeUndefined();
  expect(stderr.mock.calls).toEqual([
    [expect.stringMatching(new RegExp(`^claimcheck: .*${name}.* damaged[^\\n]*\\n$`))],
  ]);
  stderr.mockRestore();
});

test('a temporary store is there while it is used, and gone after, even when its use fails', async () => {
  let used = '';
  const failing = withTemporaryStore(async (address) => {
    used = address.directory;
    new Store(address).save('work', 'result', bytes);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(used).not.toBe('');
  expect(() => readdirSync(used)).toThrow('ENOENT');
});
