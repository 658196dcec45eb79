import type { SuiteOption, SuiteOptions } from './suite-content.ts';

/** Values of a suite's options where some are given: each that is not has the value of its variable of the environment, or its default. */
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
