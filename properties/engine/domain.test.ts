import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Domain, drawSetting, shrinkSetting } from './domain.ts';
import { tierOf } from './suite-content.ts';
import { suite } from './testing/walks/suite.ts';

const tier = tierOf(suite, 'quick');

const small = { name: 'small', settings: () => fc.integer({ min: 0, max: 99 }), holds: (n: number) => n < 100 };
const large = { name: 'large', settings: () => fc.integer({ min: 100, max: 999 }), holds: (n: number) => n >= 100 };
const even = { name: 'even', settings: () => fc.nat(499).map((n) => 2 * n), holds: (n: number) => n % 2 === 0 };
const numbers: Domain<number> = { description: 'Numbers.', strata: [small, large, even] };

test('draws take the strata in turn, and name all strata that the setting lies in', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(30), (seed, index) => {
      const { setting, strata } = drawSetting(numbers, seed, index, tier);
      expect(strata).toContain(numbers.strata[index % 3]!.name);
      expect(strata).toEqual(numbers.strata.filter(({ holds }) => holds(setting)).map(({ name }) => name));
      expect(drawSetting(numbers, seed, index, tier)).toEqual({ index, setting, strata });
    }),
  );
});

test('draws are spread over their stratum: fast-check does not favour its ends', () => {
  const drawn = Array.from({ length: 300 }, (_, seed) => drawSetting(numbers, seed, 0, tier).setting);
  // A hundred equally likely values: one of them 15 times, or fewer than 80 of them, is all but impossible.
  const counts = drawn.map((value) => drawn.filter((other) => other === value).length);
  expect(Math.max(...counts)).toBeLessThan(15);
  expect(new Set(drawn).size).toBeGreaterThan(80);
});

test('a setting outside of the stratum that it was drawn for does not count for it', () => {
  const liar: Domain<number> = { description: 'Numbers.', strata: [{ ...small, holds: () => false }, large] };
  expect(drawSetting(liar, 1, 0, tier).strata).toEqual([]);
});

describe('a failing setting', () => {
  const fails = (n: number) => n >= 17;
  const failing = Array.from({ length: 20 }, (_, seed) => seed).filter((seed) =>
    fails(drawSetting(numbers, seed, 0, tier).setting),
  );

  test('is made as simple as can be, and the path leads to it', () => {
    expect(failing.length).toBeGreaterThan(5);
    for (const seed of failing) {
      const { setting, shrinkPath } = shrinkSetting(numbers, seed, 0, tier, fails, 100);
      expect(setting).toBe(17);
      expect(drawSetting(numbers, seed, 0, tier, shrinkPath).setting).toBe(17);
    }
  });

  test('is made no simpler than the limit on trials allows', () => {
    for (const limit of [1, 2, 5]) {
      let trials = 0;
      const counting = (n: number) => {
        trials += 1;
        return fails(n);
      };
      const { setting, shrinkPath } = shrinkSetting(numbers, failing[0]!, 0, tier, counting, limit);
      expect(trials).toBeLessThan(limit);
      expect(fails(setting)).toBe(true);
      expect(drawSetting(numbers, failing[0]!, 0, tier, shrinkPath).setting).toBe(setting);
    }
  });
});

test('a path that leads to no setting is refused with the path', () => {
  for (const path of ['0:99:99', '0:0:0:0:0:0:0:0:0:0:0:0:0'])
    expect(() => drawSetting(numbers, 1, 4, tier, path)).toThrow(`path 4:${path} leads to no setting`);
});
