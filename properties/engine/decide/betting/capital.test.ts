import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agrapa } from './agrapa.ts';
import type { BettingStrategy } from './betting-strategy.ts';
import { Capital } from './capital.ts';
import { kelly } from './kelly.ts';
import { portfolio } from './portfolio.ts';
import { shared } from './shared.ts';

describe('the capital of a mixture is the mean of the capitals that it mixes:', () => {
  const observations = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 });
  const [threshold, expected] = [0.3, 0.4];
  const capitalOf = (strategy: BettingStrategy, path: readonly number[]) => {
    const capital = new Capital(threshold, strategy, expected);
    for (const x of path) capital.observe(x);
    return Math.exp(capital.logCapital);
  };

  it('eight fixed stakes in the portfolio', () => {
    const fixed = (share: number): BettingStrategy => {
      return ({ largestStake }) => ({ next: largestStake * share, observe: () => {} });
    };
    fc.assert(
      fc.property(observations, (path) => {
        const capitals = Array.from({ length: 8 }, (_, j) => capitalOf(fixed(3 ** -j), path));
        const mean = capitals.reduce((sum, capital) => sum + capital / 8, 0);
        expect(capitalOf(portfolio, path) / mean).toBeCloseTo(1, 9);
      }),
    );
  });

  it('two strategies that share it', () => {
    fc.assert(
      fc.property(observations, (path) => {
        const mean = (capitalOf(kelly, path) + capitalOf(agrapa, path)) / 2;
        expect(capitalOf(shared(kelly, agrapa), path) / mean).toBeCloseTo(1, 9);
      }),
    );
  });
});

it('a threshold outside [0, 1) is refused', () => {
  for (const threshold of [-0.1, 1, Number.NaN])
    expect(() => new Capital(threshold, agrapa)).toThrow('a mean in [0, 1)');
});
