import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { recordOf } from './pool/checked-line.ts';
import { resultsKept } from './pool/file-journal.ts';
import { carryOut, timeless } from './testing/carry-out.ts';
import { interruptedPlan, journalIn, runIn } from './testing/interrupted.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-killed-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Lets a process go on with the run until there are more results, and kills it. */
async function killAfter(more: number): Promise<void> {
  const journal = journalIn(directory);
  const before = resultsKept(journal);
  const program = join(import.meta.dirname, 'testing/interrupted.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', program, directory], { stdio: 'inherit' });
  const ended = once(child, 'exit');
  while (child.exitCode === null && resultsKept(journal) < before + more) await setTimeout(1);
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

test('a run that is killed goes on where it was: it does no work twice, and gives what one that never was does', async () => {
  const never = await carryOut(await interruptedPlan());
  for (const more of [3, 17]) await killAfter(more);
  const kept = resultsKept(journalIn(directory));
  expect(kept).toBeGreaterThanOrEqual(20);
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(timeless(await runIn(directory, 0))).toEqual(timeless(never));
  stderr.mockRestore();
  const lines = readFileSync(journalIn(directory), 'utf8').split('\n').slice(1);
  const works = lines.flatMap((line) => (recordOf(line) as { readonly work: string } | undefined)?.work ?? []);
  expect(works.length).toBeGreaterThan(kept);
  expect(new Set(works).size).toBe(works.length);
  const checkpoints = join(directory, 'checkpoints');
  expect(existsSync(checkpoints) ? readdirSync(checkpoints).filter((name) => name.endsWith('.tmp')) : []).toEqual([]);
});
