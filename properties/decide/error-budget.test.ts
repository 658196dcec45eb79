import { expect, it } from 'vitest';
import { errorBudget } from './error-budget.ts';

const options = { falseRefutation: 1e-6, falseSupport: 1e-6, claims: 25, draws: 12 };

it('the shares of all draws of all claims add up to the error of the run', () => {
  const budget = errorBudget(options);
  expect(budget.falseRefutationOfDraw * options.claims * options.draws).toBeCloseTo(1e-6, 18);
  expect(budget.falseRefutationOfClaim * options.claims).toBeCloseTo(1e-6, 18);
});

it('false support is not split: a claim is supported only if all of its comparisons are', () => {
  expect(errorBudget(options).falseSupportOfClaim).toBe(1e-6);
});

it('the summary names both errors and every factor', () => {
  expect(errorBudget(options).summary).toEqual([
    'false refutation: 1e-6 for the run = 25 claims × 12 draws × 3.3e-9 a draw (union bound; its tests share that, looks are free)',
    'false support: 1e-6 for each claim (all comparisons of all draws must be supported, so nothing is split)',
  ]);
});

it('probabilities outside (0, 1) and counts below 1 are refused by name', () => {
  expect(() => errorBudget({ ...options, falseRefutation: 0 })).toThrow('falseRefutation = 0');
  expect(() => errorBudget({ ...options, falseSupport: 1 })).toThrow('falseSupport = 1');
  expect(() => errorBudget({ ...options, draws: 0.5 })).toThrow('draws = 0.5');
});
