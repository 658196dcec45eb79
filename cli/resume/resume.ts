import type { SuiteOptions } from '../../properties/engine/suite-content.ts';
import type { VerifyCommand } from '../commands/verify-command.ts';
import type { ListedSuite } from '../suites.ts';
import { UsageError } from '../usage.ts';
import { unfinishedHeader } from './run-header.ts';

/**
 * The command of the unfinished run in a directory, as it was given, but for what does the work, and for where data are when that is said; and
 * its suite.
 * @throws UsageError when there is no such run, or it does not use the data whose place is given.
 */
export function resumed(
  suites: readonly ListedSuite[],
  out: string,
  { workers, queue, options }: VerifyCommand,
): { readonly listed: ListedSuite; readonly command: VerifyCommand } {
  const { suite, asked } = unfinishedHeader(out);
  const listed = suites.find(({ id }) => id === suite);
  if (listed === undefined)
    throw new UsageError(`--resume: the run in ${out} is about suite '${suite}', which is unknown`);
  const unused = Object.keys(options).find((name) => asked.options[name] === undefined);
  if (unused !== undefined) throw new UsageError(`--${unused}: the unfinished run in ${out} does not use it`);
  const command = { ...asked, options: { ...asked.options, ...environmentOf(listed, asked.options), ...options } };
  return { listed, command: { ...command, out, workers, resume: out, ...(queue === undefined ? {} : { queue }) } };
}

/** Where the environment says that data of the run are, which may have moved since. */
function environmentOf({ options }: ListedSuite, asked: SuiteOptions): SuiteOptions {
  return Object.fromEntries(
    options.flatMap(({ name, environment }) => {
      const value = environment === undefined ? undefined : process.env[environment];
      return value && asked[name] !== undefined ? [[name, value]] : [];
    }),
  );
}
