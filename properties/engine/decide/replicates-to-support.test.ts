import { describe, expect, it } from 'vitest';
import { equals } from './comparison.ts';
import { CLIP, SCALING } from './means/clipped-test.ts';
import { maximumReplicates, replicatesToSupport } from './replicates-to-support.ts';

it('is 2 log(2/α)(σ/δ)² where the margin is small against the spread', () => {
  const replicates = replicatesToSupport(equals('x', 0.5, 0.001, [0, 1]), 0.3, 1e-6);
  expect(replicates / (2 * Math.log(2e6) * (0.3 / 0.001) ** 2)).toBeCloseTo(1, 1);
});

it('is at least log(2/α)·range/δ where the range is wide against the spread', () => {
  const replicates = replicatesToSupport(equals('x', 0.03, 0.003, [0, 250]), 0.04, 1e-6);
  expect(replicates).toBeGreaterThan((Math.log(2e6) * 250) / 0.003);
});

it('treats a support edge outside the range as proven', () => {
  const both = equals('p', 0.02, 0.05, [0, 1]);
  const { above: _, ...below } = both;
  expect(replicatesToSupport(both, 0.14, 1e-6)).toBe(replicatesToSupport(below, 0.14, 1e-6));
});

it('counts the observations that scale an unbounded observable', () => {
  const unbounded = equals('x', 1, 0.1);
  // The same clip as a range: CLIP sds to either side of an edge; the other edge is its mirror image.
  const clipped = { ...unbounded, above: unbounded.above!, range: [0.9 - CLIP * 0.5, 0.9 + CLIP * 0.5] as const };
  const { below: _, ...oneSided } = clipped;
  expect(replicatesToSupport(unbounded, 0.5, 1e-6)).toBe(SCALING + replicatesToSupport(oneSided, 0.5, 1e-6));
});

describe('maximumReplicates', () => {
  const easy = equals('easy', 0.5, 0.1, [0, 1]);
  const hard = equals('hard', 0.5, 0.01, [0, 1]);

  it('is eight times what the hardest comparison takes, at every index', () => {
    const cap = 8 * replicatesToSupport(hard, 0.3, 1e-6);
    expect(maximumReplicates([easy, hard], [0.3, 0.3], 1e-6)).toBe(cap);
    expect(maximumReplicates([hard, easy], [0.3, 0.3], 1e-6)).toBe(cap);
  });

  it('takes each sd for the comparison at the same index', () => {
    expect(maximumReplicates([easy, easy], [0.1, 0.4], 1e-6)).toBe(8 * replicatesToSupport(easy, 0.4, 1e-6));
  });

  it('allows a replicate where the range alone decides', () => {
    expect(maximumReplicates([equals('p', 0.5, 2, [0, 1])], [0.5], 1e-6)).toBe(8);
  });

  it('refuses sds that are not one for each comparison, and not positive', () => {
    expect(() => maximumReplicates([], [], 1e-6)).toThrow('0 comparisons');
    expect(() => maximumReplicates([easy, hard], [0.3], 1e-6)).toThrow('2 comparisons and 1 sds');
    expect(() => maximumReplicates([easy], [0], 1e-6)).toThrow("'easy': sd = 0");
    expect(() => maximumReplicates([easy], [Number.NaN], 1e-6)).toThrow("'easy': sd = NaN");
  });
});
