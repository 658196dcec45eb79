import { Command, CommanderError, Option } from 'commander';
import { exitCodes, nearest, UsageError, wholeNumber } from '../cli/usage.ts';
import { tiers } from '../properties/verified-retraining/tiers.ts';
import { columns } from '../reports/terminal/columns.ts';
import { OutputError, writeOutputs } from '../reports/write.ts';
import type { Effort, Part } from './harness/part.ts';
import { measure } from './measure.ts';
import { parts } from './parts.ts';

/** Options of `npm run bench`. */
interface BenchOptions extends Pick<Effort, 'smoke' | 'tier'> {
  readonly only?: readonly string[];
  readonly list?: boolean;
  readonly runs?: number;
  readonly out: string;
}

/** More runs than a person waits for: a slip of the keyboard. */
const MOST_RUNS = 10_000;

/** Does what the words of a command line say; returns the exit code. What cannot be done as said gets one line on stderr. */
export async function main(words: readonly string[]): Promise<number> {
  const program = createProgram();
  try {
    program.parse(words, { from: 'user' });
    const options = program.opts<BenchOptions>();
    const chosen = chosenParts(options.only);
    if (options.list) process.stdout.write(`${listOf(parts).join('\n')}\n`);
    else await run(chosen, options);
    return exitCodes.supported;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return exitCodes.supported;
    const usage = error instanceof CommanderError || error instanceof UsageError;
    const said = usage || error instanceof OutputError;
    const message =
      error instanceof Error ? (said ? error.message.replace(/^error: /, '') : error.stack) : String(error);
    process.stderr.write(`bench: ${message}\n`);
    return usage ? exitCodes.usage : exitCodes.internal;
  }
}

function createProgram(): Command {
  const leftOut = parts.filter((part) => part.leftOut !== undefined);
  return new Command('npm run bench --')
    .description(
      'Measures speed and memory. Tasks that are compared are run in turn, in slices of processor time; medians and ratios of the runs are printed and written to bench.json. Without --only it takes five minutes on two cores.',
    )
    .option('--only <name...>', 'run these parts')
    .option('--list', 'list the parts')
    .option('--runs <number>', 'runs of every task (default: each part its own)', positive)
    .addOption(
      new Option('--tier <name>', 'what the part `tiers` runs')
        .choices(tiers.map(({ name }) => name))
        .default(tiers[0]!.name),
    )
    .option('--out <directory>', 'where bench.json goes', 'claimcheck-out')
    .option('--smoke', 'tiny sizes: whether everything works; the figures mean nothing', false)
    .addHelpText(
      'after',
      ['', 'Left out unless named:', ...leftOut.map(({ name, leftOut }) => `  ${name}: ${leftOut}`)].join('\n'),
    )
    .exitOverride()
    .configureOutput({ outputError: () => {} });
}

function positive(text: string): number {
  const number = wholeNumber(MOST_RUNS)(text);
  if (number === 0) throw new UsageError('--runs 0: a whole number from 1 is needed');
  return number;
}

function chosenParts(only: readonly string[] | undefined): readonly Part[] {
  if (only === undefined) return parts.filter(({ leftOut }) => leftOut === undefined);
  const names = parts.map(({ name }) => name);
  const stranger = only.find((name) => !names.includes(name));
  if (stranger !== undefined) {
    throw new UsageError(
      `--only ${stranger}: did you mean ${nearest(stranger, names, 1)}? The parts are ${names.join(', ')}`,
    );
  }
  return parts.filter(({ name }) => only.includes(name));
}

const listOf = (all: readonly Part[]): string[] =>
  columns(
    all.map(({ name, title, leftOut }) => [
      name,
      leftOut === undefined ? title : `${title} (only if named: ${leftOut})`,
    ]),
  );

async function run(chosen: readonly Part[], { out, smoke, tier, runs }: BenchOptions): Promise<void> {
  const effort = { smoke, tier, ...(runs !== undefined && { runs }) };
  for await (const { text, results } of measure(chosen, effort)) {
    process.stdout.write(text);
    // After every part: a run that is interrupted leaves what it has found.
    writeOutputs(out, { 'bench.json': `${JSON.stringify(results, null, 2)}\n` });
  }
  process.stdout.write(`\nWritten: ${out}/bench.json\n`);
}
