import type { SuiteOption, SuiteOptions } from './suite-content.ts';

/** The values of a suite's options. An option that is not given has the value of its environment variable, or else its default. */
export function withDefaults(
  options: readonly SuiteOption[],
  given: SuiteOptions = {},
  environment: NodeJS.ProcessEnv = process.env,
): SuiteOptions {
  return Object.fromEntries(
    options.flatMap(({ name, environment: variable, default: usual }) => {
      const value = given[name] || (variable && environment[variable]) || usual;
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
