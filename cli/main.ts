import { inspect } from 'node:util';
import { type Command, CommanderError } from 'commander';
import { SuiteError } from '../properties/engine/check-links.ts';
import { DataError } from '../properties/engine/data-error.ts';
import { OutputError } from '../properties/engine/output-error.ts';
import { QueueFailure } from '../properties/engine/queue/queue-failure.ts';
import { sourceStack } from './launch/source-stack.ts';
import { createProgram } from './program.ts';
import { EndedEarly } from './resume/ended-early.ts';
import { type ListedSuite, suites } from './suites.ts';
import { exitCodes, UsageError } from './usage.ts';

/**
 * Runs the command that the words of a command line name; returns the exit code. A command that fails prints one line on stderr.
 * @param all the suites that it may be about, the default first; those that come with claimcheck when absent.
 */
export async function main(words: readonly string[], all: readonly ListedSuite[] = suites): Promise<number> {
  let exitCode: number = exitCodes.supported;
  const named = valueGiven('--suite', words) ?? (await resumedSuite(words));
  // The options of a command are those of its suite. A suite that is unknown is refused when the options are parsed.
  const chosen = all.find(({ id }) => id === named) ?? all[0]!;
  const program = createProgram({ all, chosen }, (code) => {
    exitCode = code;
  });
  try {
    if (words.length === 0) throw new UsageError(`a command is needed: ${commandsOf(program)}`);
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    return fail(error, program);
  }
}

/** The value of an option in a command line: `--option value` or `--option=value`. */
function valueGiven(option: string, words: readonly string[]): string | undefined {
  // The last one counts, as for every option that is given twice.
  const place = words.findLastIndex((word) => word === option || word.startsWith(`${option}=`));
  const word = words[place];
  return word === option ? words[place + 1] : word?.slice(option.length + 1);
}

/** The suite of the run that a command line resumes, if it resumes one. */
async function resumedSuite(words: readonly string[]): Promise<string | undefined> {
  const out = valueGiven('--resume', words);
  return out === undefined ? undefined : (await import('./resume/run-header.ts')).unfinishedSuite(out);
}

function fail(error: unknown, program: Command): number {
  // Help that was asked for.
  if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.supported;
  const usage = error instanceof CommanderError || error instanceof UsageError;
  const data = error instanceof DataError;
  const early = error instanceof EndedEarly;
  if (usage || data || early || error instanceof OutputError || error instanceof QueueFailure) {
    const message = error.message.replace(/^error: /, '').replace(/\s+/g, ' ');
    process.stderr.write(`claimcheck: ${message}${hint(error, program)}\n`);
  } else if (error instanceof SuiteError) {
    process.stderr.write(`claimcheck: ${error.message}\n`);
  } else {
    process.stderr.write(`claimcheck: internal error: ${sourceStack(inspect(error))}\n`);
  }
  if (early) return error.exitCode;
  return usage ? exitCodes.usage : data ? exitCodes.data : exitCodes.internal;
}

/** What is allowed, where the message does not say. */
function hint(error: Error, program: Command): string {
  if (error instanceof CommanderError && error.code === 'commander.unknownCommand')
    return ` (commands: ${commandsOf(program)})`;
  if (error instanceof CommanderError && error.code === 'commander.conflictingOption')
    return ': a resumed run keeps its own options; allowed beside --resume are --workers, --queue and options that say where data are';
  const said = !(error instanceof CommanderError) || /allowed|did you mean/i.test(error.message);
  return said ? '' : ' (see claimcheck help COMMAND)';
}

const commandsOf = (program: Command) => program.commands.map((command) => command.name()).join(', ');
