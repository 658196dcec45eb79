import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { LaboratoryDescription } from '../../properties/engine/evidence/run-record.ts';
import type { Equipment } from '../../properties/engine/kinds/replicated-runs/laboratory.ts';
import { headerOf } from '../../properties/engine/pool/file-journal.ts';
import { type Versions, versions } from '../../properties/engine/source-digest.ts';
import type { VerifyCommand } from '../commands/verify.ts';
import { UsageError } from '../usage.ts';

/** What decides the outcome of a piece of work beside the work itself. */
export interface Identity extends Versions {
  readonly engine: LaboratoryDescription['engine'] | null;
  readonly digits: LaboratoryDescription['digits'];
}

/** The first line of a journal: what the run is. */
export interface RunHeader {
  readonly type: 'run';
  /** Version of the journal's layout. */
  readonly version: 1;
  /** What was asked for, all that decides what is run; MNIST by its absolute path. */
  readonly asked: Omit<VerifyCommand, 'out' | 'workers' | 'queue' | 'resume' | 'discard'>;
  readonly identity: Identity;
}

/** What keeps an unfinished run, below --out. */
export const unfinishedIn = (out: string) => join(out, 'unfinished');
export const journalIn = (out: string) => join(unfinishedIn(out), 'journal.jsonl');

/** The header of a run that is about to begin. */
export function runHeader(
  command: VerifyCommand,
  equipment: Equipment,
  laboratory: LaboratoryDescription | undefined,
): RunHeader {
  const { out, workers, queue, resume, discard, mnist: _, ...asked } = command;
  const { engine = null, digits = [] } = laboratory ?? {};
  const mnist = digits.some(({ kind }) => kind === 'mnist') ? equipment.mnist : undefined;
  return {
    type: 'run',
    version: 1,
    asked: { ...asked, ...(mnist === undefined ? {} : { mnist: resolve(mnist) }) },
    identity: { ...versions(), engine, digits },
  };
}

/** The header of the unfinished run in a directory. @throws UsageError when there is none, or it cannot be told what it was. */
export function unfinishedHeader(out: string): RunHeader {
  if (!existsSync(journalIn(out))) throw new UsageError(`--resume: there is no unfinished run in ${out}`);
  const header = headerOf(journalIn(out)) as RunHeader | undefined;
  if (header?.type === 'run' && header.version === 1) return header;
  throw new UsageError(
    `--resume: ${journalIn(out)}:1: the line that says what the run was is damaged, so that nothing can be taken over: start afresh with --discard`,
  );
}

/** What differs between two runs so that nothing can be taken over from one to the other, in words. */
export function differences(a: Identity, b: Identity): string[] {
  const words = {
    sources: 'other sources',
    packages: 'other packages (package-lock.json)',
    node: 'another version of Node',
    engine: 'another engine',
    digits: 'other digits',
  } as const satisfies Record<keyof Identity, string>;
  const keys = Object.keys(words) as (keyof Identity)[];
  return keys.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key])).map((key) => words[key]);
}
