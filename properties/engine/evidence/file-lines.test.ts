import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileLines } from './file-lines.ts';

let directory: string;
let file: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-lines-'));
  file = join(directory, 'lines');
});
afterAll(() => rmSync(directory, { recursive: true }));

async function read(limit?: number) {
  const lines = [];
  for await (const each of fileLines(file, limit)) lines.push(each);
  return lines;
}

/** Longer than what is read at once, so that a line spans several reads. */
const SPANNING = 200_000;

test('lines are those between line feeds, numbered from 1, whatever their bytes and their length', async () => {
  const line = fc.oneof(
    fc.uint8Array({ maxLength: 5 }).map((bytes) => Buffer.from(bytes.filter((byte) => byte !== 10))),
    fc.constant(Buffer.alloc(SPANNING, 7)),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(line), fc.boolean(), async (given, ended) => {
      const all = given.filter(({ length }, index) => ended || index < given.length - 1 || length > 0);
      writeFileSync(file, Buffer.concat(all.flatMap((each, at) => (at > 0 ? [Buffer.from('\n'), each] : [each]))));
      if (ended && all.length > 0) writeFileSync(file, '\n', { flag: 'a' });
      const lines = await read();
      expect(lines.map((each) => each.line)).toEqual(all.map((_, index) => index + 1));
      expect(Buffer.concat(lines.map(({ bytes }) => bytes!)).equals(Buffer.concat(all))).toBe(true);
      expect(lines.every((each, index) => each.ended === (ended || index < all.length - 1))).toBe(true);
    }),
    { numRuns: 50 },
  );
});

test('of a line beyond the limit nothing is kept, and the lines around it are read', async () => {
  writeFileSync(file, `before\n${'x'.repeat(SPANNING)}\nafter\n`);
  const lines = await read(SPANNING - 1);
  expect(lines.map(({ bytes }) => bytes?.toString() ?? null)).toEqual(['before', null, 'after']);
  expect((await read(SPANNING))[1]!.bytes).toHaveLength(SPANNING);
});
