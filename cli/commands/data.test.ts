import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OutputError } from '../../reports/write.ts';
import { images, labels, published } from '../../sim/digits/fetch/testing/files.ts';
import { sendsRange, testMirror } from '../../sim/digits/fetch/testing/mirror.ts';
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
