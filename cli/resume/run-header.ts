import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type RunPlan, requirementsOf } from '../../properties/engine/plan/run-plan.ts';
import { headerOf } from '../../properties/engine/pool/file-journal.ts';
import { type Versions, versionsOf } from '../../properties/engine/sources/claim-sources.ts';
import type { SuiteContent, SuiteOptions } from '../../properties/engine/suite-content.ts';
import type { VerifyCommand } from '../commands/verify-command.ts';
import { UsageError } from '../usage.ts';

/** What decides the outcome of a piece of work beside the work itself. */
export interface Identity extends Versions {
  /** What the kinds of work require: backends and their data. */
  readonly requirements: Readonly<Record<string, unknown>>;
}

/** The first line of a journal: what the run is. */
export interface RunHeader {
  readonly type: 'run';
  /** Version of the journal's layout. */
  readonly version: 2;
  /** Id of the suite. */
  readonly suite: string;
  /** What was asked for, all that decides what is run; local options that the run uses by their absolute paths. */
  readonly asked: Omit<VerifyCommand, 'out' | 'workers' | 'queue' | 'resume' | 'discard'>;
  readonly identity: Identity;
}

/** What keeps an unfinished run, below --out. */
export const unfinishedIn = (out: string) => join(out, 'unfinished');
export const journalIn = (out: string) => join(unfinishedIn(out), 'journal.jsonl');

/** The header of a run that is about to begin. */
export function runHeader(command: VerifyCommand, plan: RunPlan): RunHeader {
  const { out, workers, queue, resume, discard, ...asked } = command;
  return {
    type: 'run',
    version: 2,
    suite: plan.suite.id,
    asked: { ...asked, options: usedOptions(plan) },
    identity: { ...versionsOf(plan.sources), requirements: requirementsOf(plan) },
  };
}

/** The options of a run; of those that say where data are, the ones that it uses, by absolute paths. */
function usedOptions({ suite, options, record }: RunPlan): SuiteOptions {
  const flagOf = ({ flags }: SuiteContent['options'][number]) => flags.split(' ')[0]!;
  const used = suite.options.filter((option) => !option.local || record.backend?.options.includes(flagOf(option)));
  return Object.fromEntries(
    used.flatMap(({ name, local }) => {
      const value = options[name];
      return value === undefined ? [] : [[name, local ? resolve(value) : value]];
    }),
  );
}

/** The header of the unfinished run in a directory. @throws UsageError when there is none, or it cannot be told what it was. */
export function unfinishedHeader(out: string): RunHeader {
  if (!existsSync(journalIn(out))) throw new UsageError(`--resume: there is no unfinished run in ${out}`);
  const header = headerOf(journalIn(out)) as RunHeader | undefined;
  if (header?.type === 'run' && header.version === 2) return header;
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
    requirements: 'another backend or other data',
  } as const satisfies Record<keyof Identity, string>;
  const keys = Object.keys(words) as (keyof Identity)[];
  return keys.filter((key) => JSON.stringify(a[key]) !== JSON.stringify(b[key])).map((key) => words[key]);
}
