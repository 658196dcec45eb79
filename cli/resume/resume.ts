import type { SuiteOptions } from '../../properties/engine/suite-content.ts';
import type { VerifyCommand } from '../commands/verify-command.ts';
import type { ListedSuite } from '../suites.ts';
import { UsageError } from '../usage.ts';
import { unfinishedHeader } from './run-header.ts';

/**
 * The command of the unfinished run in a directory, and its suite. The command is that which began the run, except for workers, queue, and the
 * places of data that are given now.
 * @throws UsageError when there is no such run, its suite is unknown, or the run does not use the data whose place is given.
 */
export function resumed(
  suites: readonly ListedSuite[],
  out: string,
  { workers, queue, options }: VerifyCommand,
): { readonly listed: ListedSuite; readonly command: VerifyCommand } {
  const { suite, asked } = unfinishedHeader(out);
  const listed = suites.find(({ id }) => id === suite);
  if (listed === undefined)
    throw new UsageError(
      `--resume: the run in ${out} is about suite '${suite}', and not about ${suites.map(({ id }) => id).join(' or ')}`,
    );
  const unused = Object.keys(options).find((name) => asked.options[name] === undefined);
  if (unused !== undefined) throw new UsageError(`--${unused}: the unfinished run in ${out} does not use it`);
  const command = { ...asked, options: { ...asked.options, ...environmentOf(listed, asked.options), ...options } };
  return { listed, command: { ...command, out, workers, resume: out, ...(queue === undefined ? {} : { queue }) } };
}

/** The places of the run's data that the environment gives: data may have moved since the run began. */
function environmentOf({ options }: ListedSuite, asked: SuiteOptions): SuiteOptions {
  return Object.fromEntries(
    options.flatMap(({ name, environment }) => {
      const value = environment === undefined ? undefined : process.env[environment];
      return value && asked[name] !== undefined ? [[name, value]] : [];
    }),
  );
}
