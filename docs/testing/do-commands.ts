import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { journalIn } from '../../cli/resume/run-header.ts';
import { claimcheck } from '../../cli/testing/captured.ts';
import { endOf, launcher } from '../../cli/testing/processes.ts';
import { resultsKept } from '../../properties/engine/pool/file-journal.ts';
import { commandsOf, needsProcess, type PageCommand } from './pages.ts';

/** For tests: does the commands of a page, from the first to the last, in a directory of their own. Each must end as the page says. */
export async function doCommandsOf(page: string): Promise<void> {
  const before = process.cwd();
  const directory = mkdtempSync(join(tmpdir(), 'claimcheck-docs-'));
  process.chdir(directory);
  try {
    for (const command of commandsOf(page)) {
      const { exitCode, stderr } = await done(command);
      expect(exitCode, `${command.line}\n${stderr}`).toBe(command.exitCode);
    }
  } finally {
    process.chdir(before);
    rmSync(directory, { recursive: true });
  }
}

async function done(command: PageCommand) {
  const { words, interrupted } = command;
  // Threads of its own would make each run slower, and no number different.
  if (!needsProcess(command)) return claimcheck(...words, ...(words[0] === 'verify' ? ['--workers', '0'] : []));
  const child = spawn(process.execPath, [...launcher, ...words], { stdio: ['ignore', 'pipe', 'pipe'] });
  const end = endOf(child);
  if (interrupted) {
    const journal = journalIn(words[words.indexOf('--out') + 1]!);
    while (child.exitCode === null && resultsKept(journal) < 1) await setTimeout(5);
    child.kill('SIGINT');
  }
  return end;
}
