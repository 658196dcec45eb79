import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OutputError } from '../output-error.ts';
import { checkpointsOnDisk, withTemporaryCheckpoints } from './disk-checkpoints.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-checkpoints-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const bytes = Uint8Array.of(1, 2, 3);
const of = (identity: string) => checkpointsOnDisk({ directory: join(directory, 'made'), identity });
const files = () => readdirSync(join(directory, 'made'));

test('what was saved for a piece of work is found again, however its description was put together', async () => {
  await of('a').save({ arm: 'c', rounds: [0, 1] }, bytes);
  expect(await of('a').load({ rounds: [0, 1], arm: 'c' })).toEqual(Buffer.from(bytes));
});

test('other work and another identity find nothing', async () => {
  await of('a').save({ replicate: 1 }, bytes);
  expect(await of('a').load({ replicate: 2 })).toBeUndefined();
  expect(await of('b').load({ replicate: 1 })).toBeUndefined();
});

test('a later save replaces the earlier one, and removed work is gone; no temporary file stays', async () => {
  const checkpoints = of('a');
  await checkpoints.save('work', bytes);
  await checkpoints.save('work', Uint8Array.of(4));
  expect(await checkpoints.load('work')).toEqual(Buffer.of(4));
  expect(files()).toHaveLength(1);
  await checkpoints.remove('work');
  await checkpoints.remove('work');
  expect(files()).toEqual([]);
});

const turned = (path: string) =>
  writeFileSync(
    path,
    readFileSync(path).map((byte, at) => (at === 33 ? byte ^ 1 : byte)),
  );

test.each([
  ['with a bit turned', turned],
  ['cut short', (path: string) => truncateSync(path, 34)],
  ['cut within its digest', (path: string) => truncateSync(path, 7)],
  ['empty', (path: string) => truncateSync(path, 0)],
])('a file %s is not believed, and its name is told', async (_, harm) => {
  const checkpoints = of('a');
  await checkpoints.save('work', bytes);
  const [name] = files();
  harm(join(directory, 'made', name!));
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await checkpoints.load('work')).toBeUndefined();
  expect(stderr.mock.calls).toEqual([
    [expect.stringMatching(new RegExp(`^claimcheck: .*${name}.* damaged[^\\n]*\\n$`))],
  ]);
  stderr.mockRestore();
});

test('where nothing can be written, that is said with the place', async () => {
  writeFileSync(join(directory, 'made'), 'a file');
  await expect(of('a').save('work', bytes)).rejects.toThrow(OutputError);
  await expect(of('a').save('work', bytes)).rejects.toThrow(`cannot write to ${join(directory, 'made')}`);
});

test('temporary checkpoints are there while they are used, and gone after, even when their use fails', async () => {
  let used = '';
  const failing = withTemporaryCheckpoints(async (address) => {
    used = address.directory;
    await checkpointsOnDisk(address).save('work', bytes);
    throw new Error('on purpose');
  });
  await expect(failing).rejects.toThrow('on purpose');
  expect(used).not.toBe('');
  expect(() => readdirSync(used)).toThrow('ENOENT');
});
