import fc from 'fast-check';
import { expect, it } from 'vitest';
import { failingShare } from './failing-share.ts';

it('a claim that fails on this share holds on all settings with probability 1 − confidence exactly, and with less where it fails on more', () => {
  for (const settings of [1, 8, 30, 100]) {
    const share = failingShare(settings, 0.95);
    expect((1 - share) ** settings).toBeCloseTo(0.05, 12);
    expect((1 - 1.01 * share) ** settings).toBeLessThan(0.05);
  }
});

it('the bound holds for strata that are drawn from in turn, however the failures lie in them', () => {
  const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(shares, fc.integer({ min: 1, max: 60 }), (shareOf, settings) => {
      const drawn = Array.from({ length: settings }, (_, index) => shareOf[index % shareOf.length]!);
      const mean = drawn.reduce((sum, share) => sum + share / settings, 0);
      fc.pre(mean >= failingShare(settings, 0.95));
      expect(drawn.reduce((chance, share) => chance * (1 - share), 1)).toBeLessThan(0.05 + 1e-12);
    }),
  );
});
