import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DataError } from '../../properties/engine/data-error.ts';
import type { VerifyCommand } from '../commands/verify.ts';
import { UsageError } from '../usage.ts';
import { resumed } from './resume.ts';
import { type RunHeader, runHeader } from './run-header.ts';
import { openUnfinished } from './unfinished.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'claimcheck-unfinished-'));
});
afterEach(() => rmSync(out, { recursive: true }));

const command = (): VerifyCommand => ({
  tier: 'full',
  seed: 3,
  claim: ['vae-collapse'],
  engine: 'tfjs',
  out,
  workers: 2,
});
const equipment = { laboratory: 'ours', engine: 'tfjs', digits: ['mnist'], mnist: '/data' } as const;

function header(digest = 'a', kind: 'mnist' | 'procedural' = 'mnist'): RunHeader {
  const digits = [{ kind, provenance: 'none', digest, floor: 0.06 }];
  return runHeader(command(), equipment, { engine: { name: 'tfjs', description: 'version 1' }, digits });
}

const begin = { resume: false, discard: false };
const goOn = { resume: true, discard: false };

/** Opens what a run keeps, does a piece of work, and tells whether it was done before. */
async function open(beginning = begin, digest = 'a', finished = false) {
  const unfinished = openUnfinished(out, header(digest), beginning);
  const result = await unfinished.journal.resultOf('work', async () => 'done again');
  if (finished) unfinished.remove();
  else unfinished.close();
  return { notice: unfinished.notice, left: result === 'left' };
}

/** A run that is interrupted after it has done some work. */
async function interrupted(kind: 'mnist' | 'procedural' = 'mnist'): Promise<void> {
  const { journal, close } = openUnfinished(out, header('a', kind), begin);
  await journal.resultOf('work', async () => 'left');
  close();
}

test('a run goes on from an unfinished one when it is told to, and says so', async () => {
  await interrupted();
  const notice = `going on with the unfinished run in ${out}: 1 result of it there`;
  expect(await open(goOn)).toEqual({ left: true, notice });
});

test('an unfinished run is not lost to another one, unless that is told to discard it', async () => {
  await interrupted();
  await expect(open()).rejects.toThrow(UsageError);
  await expect(open()).rejects.toThrow(`npm run verify -- --resume ${out} goes on with it`);
  expect((await open(goOn)).left).toBe(true);
  expect((await open({ resume: false, discard: true })).left).toBe(false);
});

test('half-done work is not lost either', async () => {
  const { checkpoints, close } = openUnfinished(out, header(), begin);
  close();
  expect((await open()).left).toBe(false);
  rmSync(join(out, 'unfinished'), { recursive: true });
  openUnfinished(out, header(), begin).close();
  const { openCheckpoints } = await import('../../properties/engine/pool/checkpoints.ts');
  await openCheckpoints(checkpoints).save('work', Uint8Array.of(1));
  await expect(open()).rejects.toThrow('holds an unfinished run (0 results)');
});

test('there is nothing to go on with where no run is unfinished', () => {
  expect(() => resumed(out, command())).toThrow(UsageError);
  expect(() => resumed(out, command())).toThrow(`--resume: there is no unfinished run in ${out}`);
});

test('two runs do not write to one directory at once: the second is told who does', async () => {
  const { close } = openUnfinished(out, header(), begin);
  const refused = expect.objectContaining({
    name: 'UsageError',
    message: `--out: another run (process ${process.pid} on ${hostname()}) is writing to ${out}: wait for it, or name another directory`,
  });
  for (const beginning of [begin, goOn, { resume: false, discard: true }]) {
    await expect(open(beginning)).rejects.toEqual(refused);
  }
  close();
  expect((await open()).left).toBe(false);
});

test('nothing is taken over from a run on other digits, and it stays', async () => {
  await interrupted();
  await expect(open(goOn, 'b')).rejects.toThrow(DataError);
  await expect(open(goOn, 'b')).rejects.toThrow(`run in ${out} (full tier, seed 3) began with other digits, so`);
  expect((await open(goOn)).left).toBe(true);
});

test('a journal whose first line is damaged is not gone on with', async () => {
  await interrupted();
  const path = join(out, 'unfinished', 'journal.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('full', 'null'));
  expect(() => resumed(out, command())).toThrow(/journal\.jsonl:1: .* is damaged.*--discard/);
});

test('the command of an unfinished run is as it was given, but for the workers and for where MNIST is', async () => {
  await interrupted();
  const same = { tier: 'full', seed: 3, claim: ['vae-collapse'], engine: 'tfjs', out, resume: out, digits: ['mnist'] };
  const given = { ...command(), tier: 'quick', seed: 1, claim: [], workers: 7 } as const;
  expect(resumed(out, given)).toEqual({ ...same, workers: 7, mnist: process.env.CLAIMCHECK_MNIST ?? '/data' });
  expect(resumed(out, { ...given, mnist: '/elsewhere' })).toEqual({ ...same, workers: 7, mnist: '/elsewhere' });
});

test('a run that is not on MNIST is gone on with without it', async () => {
  await interrupted('procedural');
  const { mnist, digits } = resumed(out, command());
  expect({ mnist, digits }).toEqual({ mnist: undefined, digits: ['procedural'] });
  expect(() => resumed(out, { ...command(), mnist: '/data' })).toThrow('is not on MNIST');
});

test('what a run kept is gone when it is finished, and what a killed one left half written before', async () => {
  await interrupted();
  const [temporary, other] = [`.report.json.${process.pid}.tmp`, '.report.json.0.tmp'];
  for (const name of [temporary, other]) writeFileSync(join(out, name), '');
  await open(goOn, 'a', true);
  expect(readdirSync(out)).toEqual([other]);
  expect(existsSync(join(out, 'unfinished'))).toBe(false);
});
