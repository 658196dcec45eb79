import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { SuiteOption, SuiteOptions } from '../properties/engine/suite-content.ts';
import type { ListedSuite } from './suites.ts';
import { queueAddress, wholeNumber } from './usage.ts';

/** Streams are keyed by a 32-bit seed. */
const LARGEST_SEED = 2 ** 32 - 1;

/** More threads than any machine has cores for: a slip of the keyboard. */
const MOST_WORKERS = 1024;

/** Seconds; a longer wait is a wait for ever. */
const A_WEEK_S = 7 * 24 * 60 * 60;

/** Where the queue of runs is. */
export const queue = (description: string) => new Option('--queue <redis>', description).argParser(queueAddress);
/** The seed of all randomness. */
export const seed = () => new Option('--seed <number>', 'seed of all randomness').argParser(wholeNumber(LARGEST_SEED));
/** Worker threads, so many at least. */
export const workers = (least: number, description: string) =>
  new Option('--workers <number>', description)
    .argParser(wholeNumber(MOST_WORKERS, least))
    .default(availableParallelism(), 'one a core');

/** Seconds without a run, after which a worker ends. */
export const idle = (description: string) =>
  new Option('--idle <seconds>', description).argParser(wholeNumber(A_WEEK_S));

/** The local options of all suites, each once. */
export function localOptions(suites: readonly ListedSuite[]): SuiteOption[] {
  const local = suites.flatMap(({ options }) => options).filter((option) => option.local);
  return local.filter(({ name }, place) => local.findIndex((other) => other.name === name) === place);
}

/** Adds the options of a suite to a command. */
export function withOptions(command: Command, options: readonly SuiteOption[]): Command {
  for (const { flags, description, choices, default: usual } of options) {
    // A default is said and not given to commander, so that the values of a command are those that were typed.
    const option = new Option(flags, usual === undefined ? description : `${description} (default: ${usual})`);
    command.addOption(choices === undefined ? option : option.choices(choices));
  }
  return command;
}

/** The values of a suite's options among all that a command was given. */
export function valuesOf(options: readonly SuiteOption[], given: Readonly<Record<string, unknown>>): SuiteOptions {
  return Object.fromEntries(
    options.flatMap(({ name }) => (given[name] === undefined ? [] : [[name, String(given[name])]])),
  );
}
