import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DataError } from '../../properties/engine/data-error.ts';
import { planRun } from '../../properties/engine/plan/run-plan.ts';
import { checkpointsOnDisk } from '../../properties/engine/pool/disk-checkpoints.ts';
import { openJournal } from '../../properties/engine/pool/file-journal.ts';
import type { VerifyCommand } from '../commands/verify-command.ts';
import { suites } from '../suites.ts';
import { suite as tiny } from '../testing/tiny-suite/suite.ts';
import { suites as tinySuites } from '../testing/tiny-suite/suites.ts';
import { UsageError } from '../usage.ts';
import { resumed } from './resume.ts';
import { journalIn, type RunHeader, runHeader, unfinishedSuite } from './run-header.ts';
import { openUnfinished } from './unfinished.ts';

let out: string;
beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'claimcheck-unfinished-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(out, { recursive: true });
});

const command = (options: VerifyCommand['options'] = { stride: 'long', terrain: '/terrain' }): VerifyCommand => ({
  tier: 'patient',
  seed: 3,
  claim: ['drifting-walk'],
  options,
  out,
  workers: 2,
});

/** The header of a run on the terrain in a file, whose contents have a digest; on flat ground alone without one. */
function header(digest: string | null = 'a'): RunHeader {
  const asked = command(digest === null ? { stride: 'long' } : undefined);
  const { out: _, workers, ...rest } = asked;
  return {
    type: 'run',
    version: 2,
    suite: 'tiny',
    asked: rest,
    identity: { sources: 's', packages: 'p', node: process.version, requirements: { 'replicated-runs': { digest } } },
  };
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
async function interrupted(kept = header()): Promise<void> {
  const { journal, close } = openUnfinished(out, kept, begin);
  await journal.resultOf('work', async () => 'left');
  close();
}

test('a run goes on from an unfinished one when it is told to, and says so', async () => {
  await interrupted();
  const notice = `resuming the unfinished run in ${out}: 1 result kept`;
  expect(await open(goOn)).toEqual({ left: true, notice });
});

test('an unfinished run is not lost to another one, unless that is told to discard it', async () => {
  await interrupted();
  await expect(open()).rejects.toThrow(UsageError);
  await expect(open()).rejects.toThrow(`npm run verify -- --resume ${out} resumes it`);
  expect((await open(goOn)).left).toBe(true);
  expect((await open({ resume: false, discard: true })).left).toBe(false);
});

test('half-done work is not lost either', async () => {
  const { checkpoints, close } = openUnfinished(out, header(), begin);
  close();
  expect((await open()).left).toBe(false);
  rmSync(join(out, 'unfinished'), { recursive: true });
  openUnfinished(out, header(), begin).close();
  await checkpointsOnDisk(checkpoints).save('work', Uint8Array.of(1));
  await expect(open()).rejects.toThrow('holds an unfinished run (0 results)');
});

test('there is nothing to resume where no run is unfinished', () => {
  expect(() => resumed(tinySuites, out, command())).toThrow(UsageError);
  expect(() => resumed(tinySuites, out, command())).toThrow(`--resume: there is no unfinished run in ${out}`);
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

test('nothing is taken over from a run on other data, and it stays', async () => {
  await interrupted();
  await expect(open(goOn, 'b')).rejects.toThrow(DataError);
  await expect(open(goOn, 'b')).rejects.toThrow(
    `run in ${out} (patient tier, seed 3) began with another backend or other data, so`,
  );
  expect((await open(goOn)).left).toBe(true);
});

test('a run whose journal has a damaged first line is not resumed', async () => {
  await interrupted();
  const path = join(out, 'unfinished', 'journal.jsonl');
  writeFileSync(path, readFileSync(path, 'utf8').replace('patient', 'hasty'));
  expect(() => resumed(tinySuites, out, command())).toThrow(/journal\.jsonl:1: .* is damaged.*--discard/);
});

test('a run of an older release is not resumed, and the line says how to start afresh', () => {
  const { close } = openUnfinished(out, header(), begin);
  close();
  rmSync(journalIn(out));
  openJournal(journalIn(out), { type: 'run', version: 1 }).close();
  const refused = () => resumed(tinySuites, out, command());
  expect(refused).toThrow(UsageError);
  expect(refused).toThrow(
    `the run was begun by a release with another journal (version 1, this release has 2), so that nothing can be taken over: start afresh with verify --out ${out} --discard`,
  );
});

test('a run of a suite that is not there is not resumed', async () => {
  await interrupted();
  expect(() => resumed(suites, out, command())).toThrow(
    `--resume: the run in ${out} is about suite 'tiny', and not about verified-retraining`,
  );
});

test('the suite of an unfinished run is known before it is loaded, where there is such a run', async () => {
  expect(unfinishedSuite(out)).toBeUndefined();
  await interrupted();
  expect(unfinishedSuite(out)).toBe('tiny');
  writeFileSync(journalIn(out), 'damaged\n');
  expect(unfinishedSuite(out)).toBeUndefined();
});

test('the command of a resumed run is that which began it, except for the workers and the places of data', async () => {
  await interrupted();
  const begun = { tier: 'patient', seed: 3, claim: ['drifting-walk'], out, resume: out, workers: 7 };
  const given = { ...command({}), tier: 'brief', seed: 1, claim: [], workers: 7 };
  const at = (terrain: string) => ({ ...begun, options: { stride: 'long', terrain } });
  const commandOf = (now: VerifyCommand) => resumed(tinySuites, out, now).command;
  expect(commandOf(given)).toEqual(at('/terrain'));
  vi.stubEnv('CLAIMCHECK_TINY_TERRAIN', '/moved');
  expect(commandOf(given)).toEqual(at('/moved'));
  expect(commandOf({ ...given, options: { terrain: '/elsewhere' } })).toEqual(at('/elsewhere'));
  expect(resumed(tinySuites, out, given).listed).toBe(tinySuites[0]);
});

test('a run that uses no data of one kind is resumed without them', async () => {
  vi.stubEnv('CLAIMCHECK_TINY_TERRAIN', '/there');
  await interrupted(header(null));
  expect(resumed(tinySuites, out, command({})).command.options).toEqual({ stride: 'long' });
  expect(() => resumed(tinySuites, out, command({ terrain: '/there' }))).toThrow(
    `--terrain: the unfinished run in ${out} does not use it`,
  );
});

test('a header has the options that the run uses, data by absolute paths', async () => {
  const terrain = 'package.json';
  const options = { stride: 'long', terrain };
  const headerOn = async (claim: string) => {
    const claims = tiny.claims.filter(({ id }) => id === claim);
    const plan = await planRun({ suite: tiny, claims, seed: 3, tier: tiny.tiers[1]!, options });
    return runHeader({ ...command(options), claim: [claim] }, plan);
  };
  expect((await headerOn('drifting-walk')).asked.options).toEqual({ stride: 'long', terrain: resolve(terrain) });
  expect((await headerOn('expected-payoff')).asked.options).toEqual({ stride: 'long' });
});

test('what a run kept is gone when it is finished, and what a killed one left half written before', async () => {
  await interrupted();
  const [temporary, other] = [`.report.json.${process.pid}.tmp`, '.report.json.0.tmp'];
  for (const name of [temporary, other]) writeFileSync(join(out, name), '');
  await open(goOn, 'a', true);
  expect(readdirSync(out)).toEqual([other]);
  expect(existsSync(join(out, 'unfinished'))).toBe(false);
});
