import { expect, it } from 'vitest';
import { atMost, equals } from './comparison.ts';
import { testLevels, thresholdsOf } from './test-levels.ts';

const comparisons = [equals('both sides', 0.5, 0.1), atMost('one side', 0.5, 0.1, 0.4)];
const errors = { falseSupport: 1e-6, falseRefutation: 3e-4 };

it('falseRefutation is shared out equally over the refuting tests, one for each side of a comparison', () => {
  expect(testLevels(comparisons, errors).refute).toBeCloseTo(1e-4, 18);
  expect(testLevels(comparisons.slice(0, 1), errors).refute).toBeCloseTo(1.5e-4, 18);
  expect(testLevels(comparisons.slice(1), errors).refute).toBe(3e-4);
});

it('falseSupport is not split', () => {
  for (const some of [comparisons, comparisons.slice(1)]) expect(testLevels(some, errors).support).toBe(1e-6);
});

it('a test of level α decides at log-evidence ln 1/α', () => {
  expect(thresholdsOf({ support: 1e-6, refute: 0.05 })).toEqual({ support: Math.log(1e6), refute: Math.log(20) });
});

it('errors outside (0, 1) are refused by name', () => {
  expect(() => testLevels(comparisons, { ...errors, falseSupport: 0 })).toThrow('falseSupport = 0');
  expect(() => testLevels(comparisons, { ...errors, falseRefutation: 1 })).toThrow('falseRefutation = 1');
});
