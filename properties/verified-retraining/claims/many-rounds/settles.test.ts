import { describe, expect, it } from 'vitest';
import { settles, settlesAt } from './settles.ts';

describe('settles', () => {
  it('finds the first round from which on the trajectory stays within a quarter of the zone', () => {
    const { round, ending } = settles('x', [3, 1, 2, 1.2, 1.1, 1.05], 1, 0.6);
    expect(round).toBe(4);
    expect(ending.verdict).toBe('supported');
    expect(settles('x', [1, 1], 1, 0.6).round).toBe(0);
  });
  it('refutes a trajectory that ends outside, or in NaN', () => {
    expect(settles('x', [1, 1, 2], 1, 0.6)).toMatchObject({ round: 2, ending: { verdict: 'refuted' } });
    expect(settles('x', [1, Number.NaN], 1, 0.6)).toMatchObject({ round: 1, ending: { verdict: 'refuted' } });
  });
});

describe('settlesAt', () => {
  it('supports within the zone around the limit and refutes beyond halfway from the expected value', () => {
    const { expected, above, below } = settlesAt('x', 1, 0.4, 1.1, [0, 4]);
    expect(expected).toBe(1.1);
    expect([above?.support, above?.refute]).toEqual([0.6, (0.6 + 1.1) / 2]);
    expect([below?.support, below?.refute]).toEqual([1.4, (1.4 + 1.1) / 2]);
  });
  it('refuses an expected value outside the zone', () => {
    expect(() => settlesAt('x', 1, 0.4, 1.5, [0, 4])).toThrow(RangeError);
  });
});
