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

/** Version of the journal's layout; a reader refuses another one. */
const VERSION = 2;

/** The first line of a journal: what the run is. */
export interface RunHeader {
  readonly type: 'run';
  readonly version: typeof VERSION;
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
    version: VERSION,
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

/** The header of the unfinished run in a directory. @throws UsageError when there is none, and when its header cannot be read. */
export function unfinishedHeader(out: string): RunHeader {
  if (!existsSync(journalIn(out))) throw new UsageError(`--resume: there is no unfinished run in ${out}`);
  const header = headerOf(journalIn(out)) as (Pick<RunHeader, 'type'> & { readonly version?: unknown }) | undefined;
  if (header?.type === 'run' && header.version === VERSION) return header as RunHeader;
  const why =
    header?.type === 'run'
      ? `the run was begun by a release with another journal (version ${header.version}, this release has ${VERSION})`
      : 'the line that says what the run was is damaged';
  throw new UsageError(
    `--resume: ${journalIn(out)}:1: ${why}, so that nothing can be taken over: start afresh with verify --out ${out} --discard`,
  );
}

/** Id of the suite of the unfinished run in a directory; undefined where there is none, or its header cannot be read. */
export function unfinishedSuite(out: string): string | undefined {
  const header = existsSync(journalIn(out)) ? (headerOf(journalIn(out)) as Partial<RunHeader> | undefined) : undefined;
  return header?.suite;
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
