import { expect, it } from 'vitest';
import { atLeast, atMost, equals, isAbove } from './comparison.ts';

it('equals tests both sides of the prediction', () => {
  expect(equals('x', 2, 0.5, [0, 4])).toEqual({
    name: 'x',
    expected: 2,
    above: { support: 1.5, refute: 2 },
    below: { support: 2.5, refute: 2 },
    range: [0, 4],
  });
});

it('bounds test one side and aim where the theory expects', () => {
  expect(atMost('x', 2, 0.5, 1)).toEqual({ name: 'x', expected: 1, below: { support: 2.5, refute: 2 } });
  expect(atLeast('x', 2, 0.5, 3)).toEqual({ name: 'x', expected: 3, above: { support: 1.5, refute: 2 } });
});

it('isAbove refutes below a share of the expected effect', () => {
  expect(isAbove('x', 1, 0.4, 0.5)).toEqual({ name: 'x', expected: 1.4, above: { support: 1, refute: 1.2 } });
});

it('edges out of order, empty ranges and predictions that are not finite are refused by name', () => {
  expect(() => equals('x', 2, 0)).toThrow("comparison 'x': above needs");
  expect(() => equals('x', 2, -1)).toThrow("comparison 'x'");
  expect(() => atMost('x', 2, 0.5, 2.1)).toThrow("comparison 'x': below needs");
  expect(() => isAbove('x', 1, -0.4, 0.5)).toThrow("comparison 'x'");
  expect(() => isAbove('x', 1, 0.4, 1.5)).toThrow("comparison 'x'");
  expect(() => equals('x', 2, 0.5, [3, 1])).toThrow('is not an interval');
  expect(() => equals('x', Number.NaN, 0.5)).toThrow('a finite mean');
});
