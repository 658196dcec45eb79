import { expect, test } from 'vitest';
import { gaussianExpectation } from './gaussian-expectation.ts';

test('gives the moments of the law', () => {
  expect(gaussianExpectation(3, 2, () => 1)).toBeCloseTo(1, 14);
  expect(gaussianExpectation(3, 2, (u) => u)).toBeCloseTo(3, 14);
  expect(gaussianExpectation(3, 2, (u) => (u - 3) ** 4) / 48).toBeCloseTo(1, 13);
  expect(gaussianExpectation(3, 0, (u) => u ** 2)).toBeCloseTo(9, 13);
});

test('resolves an oscillation far faster than the law, E cos(tU) = e^{−t²sd²/2} cos(t·mean)', () => {
  for (const frequency of [0.1, 1, 3, 5]) {
    const expected = Math.exp(-(frequency ** 2) / 2) * Math.cos(0.3 * frequency);
    expect(gaussianExpectation(0.3, 1, (u) => Math.cos(frequency * u))).toBeCloseTo(expected, 14);
  }
});

test('resolves a smooth step fifty times narrower than the law', () => {
  const step = (u: number) => 1 / (1 + Math.exp(-50 * u));
  expect(gaussianExpectation(0, 1, step)).toBeCloseTo(0.5, 14);
  // Stein's identity, E s′(U) = E (U−mean)·s(U): two integrands of different shape.
  const slope = (u: number) => 50 * step(u) * step(-u);
  expect(gaussianExpectation(0.2, 1, slope)).toBeCloseTo(
    gaussianExpectation(0.2, 1, (u) => (u - 0.2) * step(u)),
    13,
  );
});

test('says so, with its last value, when a rule does not settle', () => {
  expect(() => gaussianExpectation(0.1, 1, (u) => (u > 0 ? 1 : 0))).toThrow(/has not settled: 0\.5\d+/);
});

test.each([
  [Number.NaN, 1],
  [0, -1],
  [0, Infinity],
])('refuses N(%d, %d²)', (mean, sd) => {
  expect(() => gaussianExpectation(mean, sd, (u) => u)).toThrow(RangeError);
});
