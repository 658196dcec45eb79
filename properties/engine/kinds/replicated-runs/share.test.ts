import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArmWork, costOf, shareDecisions } from './share.ts';

const cost = { start: 1, round: 1 };
const work = (arms: Readonly<Record<string, number>>): ArmWork[] =>
  Object.entries(arms).map(([arm, rounds]) => ({ arm, rounds, cost }));

/** The cost of each shard, with each arm run once and as far as it is looked at. */
function loadsOf(works: readonly (readonly ArmWork[])[], shares: readonly number[], count: number): number[] {
  return Array.from({ length: count }, (_, shard) => {
    const longest = new Map<string, ArmWork>();
    for (const each of works.filter((_, place) => shares[place] === shard).flat())
      if ((longest.get(each.arm)?.rounds ?? -1) < each.rounds) longest.set(each.arm, each);
    return [...longest.values()].reduce((sum, each) => sum + costOf(each), 0);
  });
}

test('decisions that look at the same arm meet, and those that do not are spread', () => {
  const works = [work({ a: 9 }), work({ b: 9 }), work({ a: 5 }), work({ b: 4 }), work({ a: 9 })];
  expect(shareDecisions(works, 2)).toEqual([0, 1, 0, 1, 0]);
});

test('an arm that is run further costs the further rounds alone', () => {
  // With c and 2 rounds of a, the first shard costs 6 + 3; 4 rounds of a cost 5 in the other, and 2 more in the first.
  const works = [work({ a: 2, c: 5 }), work({ d: 6 }), work({ a: 4 })];
  expect(shareDecisions(works, 2)).toEqual([0, 1, 0]);
});

const someWorks = fc.array(
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(12), { minKeys: 1, maxKeys: 3 }).map(work),
  { maxLength: 20 },
);

test('no shard has more to do than its fair share of the decisions, each done alone, and the longest of them', () => {
  fc.assert(
    fc.property(someWorks, fc.integer({ min: 1, max: 9 }), (works, count) => {
      const shares = shareDecisions(works, count);
      const alone = works.map((each) => each.reduce((sum, arm) => sum + costOf(arm), 0));
      // What a greedy schedule promises (Graham 1966), here with what is shared counted in full.
      const most = alone.reduce((sum, each) => sum + each, 0) / count + Math.max(0, ...alone);
      expect(Math.max(...loadsOf(works, shares, count))).toBeLessThanOrEqual(most);
      expect(shares).toHaveLength(works.length);
      expect(shares.every((shard) => shard >= 0 && shard < count)).toBe(true);
    }),
  );
});
