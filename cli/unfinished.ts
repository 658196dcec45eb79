import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../properties/canonical-json.ts';
import type { CheckpointsAddress } from '../properties/checkpoints.ts';
import { type FileJournal, headerOf, openJournal } from '../properties/file-journal.ts';
import type { LaboratoryDescription } from '../properties/run-record.ts';
import { sourceDigest } from '../properties/source-digest.ts';

/** The store of a run whose report goes to `out`. It outlives a run that is interrupted, for `--resume`. */
export interface Unfinished {
  readonly journal: FileJournal;
  readonly checkpoints: CheckpointsAddress;
  /** What became of an earlier run's work, a line for whoever started this one. */
  readonly notice?: string;
  /** Removes the store, once it is no longer needed. */
  remove(): void;
}

/** Opens the store in `out`, empty unless the run is to go on from what is there. Work of other sources or digits is not used. */
export function unfinished(out: string, resume: boolean, laboratory: LaboratoryDescription | undefined): Unfinished {
  const directory = join(out, 'unfinished');
  const remove = () => rmSync(directory, { recursive: true, force: true });
  const present = existsSync(directory);
  if (present && !resume) remove();
  const { engine, digits } = laboratory ?? {};
  const identity = canonicalJson([sourceDigest(), engine, digits]);
  const notice = noticeOf(directory, present, resume);
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'journal.jsonl');
  if (canonicalJson(headerOf(path)) !== canonicalJson({ identity })) rmSync(path, { force: true });
  const journal = openJournal(path, { identity });
  const checkpoints = { directory: join(directory, 'checkpoints'), identity };
  return { journal, checkpoints, ...(notice === undefined ? {} : { notice }), remove };
}

function noticeOf(directory: string, present: boolean, resume: boolean): string | undefined {
  if (present && !resume) return `the unfinished run in ${directory} is discarded (--resume goes on with it)`;
  if (present) return `going on with the unfinished run in ${directory}`;
  return resume ? `there is no unfinished run in ${directory}: starting afresh` : undefined;
}
