import { once } from 'node:events';
import { existsSync, linkSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { recordOf } from '../../properties/engine/pool/checked-line.ts';
import { resultsKept } from '../../properties/engine/pool/file-journal.ts';
import { journalIn } from '../resume/run-header.ts';
import { type CommandLine, start } from './processes.ts';

/** A run as it is asked for. */
export interface Verification {
  readonly commandLine: CommandLine;
  /** The words after `verify`, without `--out`. */
  readonly words: readonly string[];
}

/** What a run has come to, without what differs from run to run. */
export interface Outcome {
  readonly exitCode: number | null;
  /** Names of all files that it left. */
  readonly files: readonly string[];
  /** report.json and evidence.jsonl, without times. */
  readonly report: string;
  readonly evidence: string;
  /** Digests of the work that was done, sorted; one that is there twice was done twice. */
  readonly works: readonly string[];
}

/** Runs `verify` and lets it finish; also the milliseconds from its first line to its end. */
export async function uninterrupted(
  { commandLine, words }: Verification,
  out: string,
): Promise<Outcome & { duration: number }> {
  const child = start(commandLine, ['verify', ...words, '--out', out]);
  const ended = once(child, 'exit');
  await once(child.stderr!, 'data');
  const started = performance.now();
  const copy = keepJournal(out);
  const [exitCode] = await ended;
  return { ...outcome(out, exitCode, copy), duration: performance.now() - started };
}

/** A process under way. */
export interface UnderWay {
  /** Resolves with its first line on stderr. */
  readonly firstLine: Promise<unknown>;
  /** The results that it has added to the journal. */
  readonly more: () => number;
}

/** How often `verify` is killed, and when. */
export interface Kills {
  readonly kills: number;
  /** Resolves when the process is to be killed. A process that ends before is not killed. */
  readonly moment: (process: UnderWay) => Promise<void>;
}

/**
 * Runs `verify`, kills it (kill -9) and resumes it, until it has been killed so often and has finished. A run that finishes before is begun anew.
 * @returns what each run has come to, and how many results there were at each kill.
 */
export async function killed(
  { commandLine, words }: Verification,
  out: string,
  { kills, moment }: Kills,
): Promise<{ readonly outcomes: readonly Outcome[]; readonly results: readonly number[] }> {
  const journal = journalIn(out);
  const outcomes: Outcome[] = [];
  const results: number[] = [];
  let copy: string | undefined;
  for (;;) {
    const begun = existsSync(journal);
    const before = resultsKept(journal);
    const child = start(commandLine, ['verify', ...(begun ? ['--resume', out] : [...words, '--out', out])]);
    const ended = once(child, 'exit');
    // From its first line on until its end a process has a journal.
    const firstLine = Promise.race([once(child.stderr!, 'data'), ended]).then(() => {
      if (existsSync(journal)) copy ??= keepJournal(out);
    });
    if (results.length < kills) {
      await Promise.race([moment({ firstLine, more: () => resultsKept(journal) - before }), ended]);
      child.kill('SIGKILL');
    } else {
      await firstLine;
    }
    const [exitCode, signal] = await ended;
    if (signal !== null) {
      results.push(resultsKept(journal));
      // Killed when its report was written and its journal gone: the next one begins anew.
      if (!existsSync(journal)) copy = undefined;
    } else {
      outcomes.push(outcome(out, exitCode, copy));
      if (results.length >= kills) return { outcomes, results };
      rmSync(out, { recursive: true });
      copy = undefined;
    }
  }
}

/** Another name for the journal, by which it is found when the run has removed it. */
function keepJournal(out: string): string {
  const copy = `${out}.journal.jsonl`;
  rmSync(copy, { force: true });
  linkSync(journalIn(out), copy);
  return copy;
}

function outcome(out: string, exitCode: number | null, journal: string | undefined): Outcome {
  const { times: _, ...report } = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8'));
  return {
    exitCode,
    files: readdirSync(out).sort(),
    report: JSON.stringify(report),
    evidence: readFileSync(join(out, 'evidence.jsonl'), 'utf8').replaceAll(/"milliseconds":[\d.e+-]+/g, ''),
    works: journal === undefined ? [] : worksIn(journal).sort(),
  };
}

function worksIn(journal: string): string[] {
  const lines = readFileSync(journal, 'utf8').split('\n').slice(1);
  return lines.flatMap((line) => (recordOf(line) as { work: string } | undefined)?.work ?? []);
}
