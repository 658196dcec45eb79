import { expect, it } from 'vitest';
import { errorBudget } from './error-budget.ts';

const options = { falseRefutation: 1e-6, falseSupport: 1e-5, settings: 300 };

it('the shares of all settings add up to the error of the run', () => {
  const budget = errorBudget(options);
  expect(budget.falseRefutationOfRun).toBe(1e-6);
  expect(budget.falseRefutationOfSetting * options.settings).toBeCloseTo(1e-6, 18);
});

it('false support is not split: a claim is supported only if all of its comparisons are', () => {
  expect(errorBudget(options).falseSupportOfClaim).toBe(1e-5);
});

it('probabilities outside (0, 1) and counts that are not whole numbers of at least 1 are refused by name', () => {
  expect(() => errorBudget({ ...options, falseRefutation: 0 })).toThrow('falseRefutation = 0');
  expect(() => errorBudget({ ...options, falseSupport: 1 })).toThrow('falseSupport = 1');
  expect(() => errorBudget({ ...options, falseRefutation: Number.NaN })).toThrow('falseRefutation = NaN');
  for (const settings of [0, 0.5]) {
    expect(() => errorBudget({ ...options, settings })).toThrow(`settings = ${settings}`);
  }
});
