import { expect, it } from 'vitest';
import { Capital } from './capital.ts';
import { kelly } from './kelly.ts';

it('Kelly refuses to bet without an expected mean above the threshold', () => {
  expect(() => new Capital(0.3, kelly)).toThrow('expected = undefined');
  expect(() => new Capital(0.3, kelly, 0.3)).toThrow('above the threshold 0.3');
});

it('Kelly bets exactly the Kelly fraction (t−m)/(m(1−m)) on yes/no observations, where rare losses make the second-order fraction ruinous', () => {
  const [threshold, expected] = [0.93, 0.98];
  const stakes = kelly({ threshold, largestStake: 1 / threshold, expected });
  for (let cycle = 0; cycle < 3; cycle += 1) {
    expect(stakes.next).toBeCloseTo((expected - threshold) / (threshold * (1 - threshold)), 9);
    for (let n = 0; n < 50; n += 1) stakes.observe(n === 25 ? 0 : 1);
  }
});
