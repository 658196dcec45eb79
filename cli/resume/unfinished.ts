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

/** What a run keeps in its output directory until its report is written, so that it may be interrupted. No other process uses it meanwhile. */
export interface Unfinished {
  readonly journal: FileJournal;
  readonly checkpoints: CheckpointsOnDisk;
  /** A line for the person who resumes a run. */
  readonly notice?: string;
  /** Ends the use of it; what is kept stays. */
  close(): void;
  /** Removes all that is kept, when the run is finished. */
  remove(): void;
}

/** Whether to resume the unfinished run that is there, or to begin without it. */
export interface Beginning {
  readonly resume: boolean;
  readonly discard: boolean;
}

/**
 * Opens what a run keeps in `out`.
 * @throws UsageError when another process uses the directory, when it holds an unfinished run and neither flag is set, or when there is no run to
 * resume; DataError when that run had other sources, packages, backend or data; OutputError when the directory cannot be written.
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
      ...(resume ? { notice: `resuming the unfinished run in ${out}: ${counted(journal.kept, 'result')} kept` } : {}),
      close,
      remove() {
        empty(directory);
        rmSync(join(directory, 'lock'), { force: true });
        close();
        // The directory stays if another run has begun in it meanwhile.
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

/** Protects hours of work from a run that was meant for another directory. */
function refuseToLose(out: string): void {
  const results = resultsKept(journalIn(out));
  const begun = namesIn(join(unfinishedIn(out), 'checkpoints')).length;
  if (results + begun === 0) return;
  throw new UsageError(
    `--out: ${out} holds an unfinished run (${counted(results, 'result')}): ${resumeCommand(out)} resumes it, --discard starts afresh without it`,
  );
}

/** Removes all but the lock. */
function empty(directory: string): void {
  for (const name of namesIn(directory)) {
    if (name !== 'lock') rmSync(join(directory, name), { recursive: true, force: true });
  }
}

/** Removes the temporary files of a process that was killed. */
function sweep(directory: string, ending: string): void {
  for (const name of namesIn(directory)) if (name.endsWith(ending)) rmSync(join(directory, name), { force: true });
}

const namesIn = (directory: string) => (existsSync(directory) ? readdirSync(directory) : []);
