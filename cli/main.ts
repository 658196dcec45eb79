import { inspect } from 'node:util';
import { type Command, CommanderError } from 'commander';
import { DataError } from '../properties/engine/data-error.ts';
import { OutputError } from '../properties/engine/output-error.ts';
import { QueueFailure } from '../properties/engine/queue/queue-failure.ts';
import { sourceStack } from './launch/source-stack.ts';
import { createProgram } from './program.ts';
import { EndedEarly } from './resume/ended-early.ts';
import { type ListedSuite, suites } from './suites.ts';
import { exitCodes, UsageError } from './usage.ts';

/**
 * Does what the words of a command line say; returns the exit code. What cannot be done as said gets one line on stderr.
 * @param all the suites that it may be about, the default first; those that come with claimcheck when absent.
 */
export async function main(words: readonly string[], all: readonly ListedSuite[] = suites): Promise<number> {
  let exitCode: number = exitCodes.supported;
  // The options of a command are those of its suite.
  const chosen = all.find(({ id }) => id === suiteIn(words)) ?? all[0]!;
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

/** The suite that a command line names, if any: `--suite ID` or `--suite=ID`. */
function suiteIn(words: readonly string[]): string | undefined {
  const place = words.findIndex((word) => word === '--suite' || word.startsWith('--suite='));
  if (place < 0) return undefined;
  return words[place]?.startsWith('--suite=') ? words[place].slice('--suite='.length) : words[place + 1];
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
    return ': a run that is gone on with has its own; allowed are --workers, --queue and where data are';
  const said = !(error instanceof CommanderError) || /allowed|did you mean/i.test(error.message);
  return said ? '' : ' (see claimcheck help COMMAND)';
}

const commandsOf = (program: Command) => program.commands.map((command) => command.name()).join(', ');
