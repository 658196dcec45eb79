import { expect, it } from 'vitest';
import { ALPHA, CONFORMANCE_ERROR, expectLevelBroken, expectLevelKept, powerOf, RUNS } from './testing/conformance.ts';

it('a level test fails a decision that keeps its level with probability CONFORMANCE_ERROR at most', () => {
  expect(powerOf(RUNS, ALPHA, ALPHA)).toBeLessThanOrEqual(CONFORMANCE_ERROR);
});

it('a level test catches a doubled error with probability above 0.99999, and an error half as large again in more than half of the cases', () => {
  expect(powerOf(RUNS, ALPHA, 2 * ALPHA)).toBeGreaterThan(0.99999);
  expect(powerOf(RUNS, ALPHA, 1.5 * ALPHA)).toBeGreaterThan(1 / 2);
});

it('a level test refuses so few runs that a doubled error could pass', () => {
  expect(() => expectLevelKept(0, 100, ALPHA)).toThrow('100 runs catch an error of 0.4');
});

it('as many wrong runs as stated pass, twice as many do not', () => {
  expectLevelKept(RUNS * ALPHA, RUNS, ALPHA);
  expect(() => expectLevelKept(2 * RUNS * ALPHA, RUNS, ALPHA)).toThrow('160 of 400 runs are wrong');
  expectLevelBroken(2 * RUNS * ALPHA, RUNS, ALPHA);
  expect(() => expectLevelBroken(RUNS * ALPHA, RUNS, ALPHA)).toThrow('80 of 400 runs are wrong');
});
