import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../properties/engine/canonical-json.ts';
import { resumeCommand } from '../../properties/engine/command.ts';
import { DataError } from '../../properties/engine/data-error.ts';
import { writingTo } from '../../properties/engine/output-error.ts';
import type { CheckpointsOnDisk } from '../../properties/engine/pool/checkpoints.ts';
import { type FileJournal, openJournal, resultsKept } from '../../properties/engine/pool/file-journal.ts';
import { counted } from '../../reports/wording/numbers.ts';
import { UsageError } from '../usage.ts';
import { type Lock, lockFile } from './lock.ts';
import { differences, journalIn, type RunHeader, unfinishedHeader, unfinishedIn } from './run-header.ts';

/** What a run whose report goes to a directory keeps there until the report is written, so that it may be interrupted. Nobody else has it meanwhile. */
export interface Unfinished {
  readonly journal: FileJournal;
  readonly checkpoints: CheckpointsOnDisk;
  /** A line for the person who goes on with a run. */
  readonly notice?: string;
  /** Ends the use of it; what is kept stays. */
  close(): void;
  /** Removes all that is kept, when the run is finished. */
  remove(): void;
}

/** Whether to go on with what is there, or to begin without it. */
export interface Beginning {
  readonly resume: boolean;
  readonly discard: boolean;
}

/**
 * Opens what a run keeps in `out`.
 * @throws UsageError when another process has it, when a run is there that may still be gone on with, or none to be gone on with; DataError
 * when that one was of other sources, packages, backend or data; OutputError when it cannot be written.
 */
export function openUnfinished(out: string, header: RunHeader, { resume, discard }: Beginning): Unfinished {
  const directory = unfinishedIn(out);
  const lock = lockedBy(out);
  try {
    if (lock.before !== undefined) sweep(out, `.${lock.before.pid}.tmp`);
    if (resume) requireSame(out, header);
    else if (!discard) refuseToLose(out);
    if (!resume) empty(directory);
    const journal = writingTo(directory, () => openJournal(journalIn(out), header));
    const checkpoints = { directory: join(directory, 'checkpoints'), identity: canonicalJson(header.identity) };
    const close = () => {
      sweep(checkpoints.directory, '.tmp');
      journal.close();
      lock.release();
    };
    return {
      journal,
      checkpoints,
      ...(resume
        ? { notice: `going on with the unfinished run in ${out}: ${counted(journal.kept, 'result')} of it there` }
        : {}),
      close,
      remove() {
        empty(directory);
        rmSync(join(directory, 'lock'), { force: true });
        close();
        // A run that begins here from now on loses nothing by this, as a directory in use stays.
        if (namesIn(directory).length === 0) rmdirSync(directory);
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function lockedBy(out: string): Lock {
  const directory = unfinishedIn(out);
  const lock = writingTo(directory, () => {
    mkdirSync(directory, { recursive: true });
    return lockFile(join(directory, 'lock'));
  });
  if ('release' in lock) return lock;
  const { pid, host } = lock.holder ?? {};
  const by = pid === undefined ? '' : ` (process ${pid} on ${host})`;
  throw new UsageError(`--out: another run${by} is writing to ${out}: wait for it, or name another directory`);
}

function requireSame(out: string, header: RunHeader): void {
  const { asked, identity } = unfinishedHeader(out);
  const changed = differences(identity, header.identity);
  if (changed.length === 0) return;
  const began = `the unfinished run in ${out} (${asked.tier} tier, seed ${asked.seed}) began with ${changed.join(' and ')}`;
  throw new DataError(
    `${began}, so that nothing of it can be taken over: put them back, or start afresh with verify --out ${out} --discard`,
  );
}

/** Hours of work are not lost to a run that was meant for another directory. */
function refuseToLose(out: string): void {
  const results = resultsKept(journalIn(out));
  const begun = namesIn(join(unfinishedIn(out), 'checkpoints')).length;
  if (results + begun === 0) return;
  throw new UsageError(
    `--out: ${out} holds an unfinished run (${counted(results, 'result')}): ${resumeCommand(out)} goes on with it, --discard starts afresh without it`,
  );
}

/** Removes all but the lock. */
function empty(directory: string): void {
  for (const name of namesIn(directory)) {
    if (name !== 'lock') rmSync(join(directory, name), { recursive: true, force: true });
  }
}

/** Removes the temporary files that a process which was killed has left. */
function sweep(directory: string, ending: string): void {
  for (const name of namesIn(directory)) if (name.endsWith(ending)) rmSync(join(directory, name), { force: true });
}

const namesIn = (directory: string) => (existsSync(directory) ? readdirSync(directory) : []);
