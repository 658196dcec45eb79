import { expect, test } from 'vitest';
import { comparison, decision } from '../testing/evidence.ts';
import { mostTelling, summarizeComparisons } from './comparisons.ts';
import { marginUsed } from './margin.ts';

test('of all settings, the one closest to its margin is shown', () => {
  const decisions = [decision('c', 0, 1.01), decision('c', 1, 0.92), decision('c', 2, 1.05)];
  const [summary, ...others] = summarizeComparisons(decisions);
  expect(others).toEqual([]);
  expect(summary).toMatchObject({ index: 1, settings: 3, estimate: 0.92 });
  expect(summary!.marginUsed).toBeCloseTo(0.8, 12);
});

test('a refuted or undecided setting is shown even when another is closer to its margin', () => {
  const decisions = [
    decision('c', 0, 1.09),
    decision('c', 1, 1.01, 'undecided'),
    decision('c', 2, 1.02, 'refuted'),
    decision('c', 3, 1.099),
  ];
  expect(summarizeComparisons(decisions)[0]).toMatchObject({ index: 2 });
  expect(summarizeComparisons(decisions.slice(0, 2))[0]).toMatchObject({ index: 1 });
});

test('comparisons are told apart by name, and the most telling of them is found', () => {
  const both = {
    ...decision('c', 0, 1),
    outcome: {
      verdict: 'supported' as const,
      replicates: 1,
      comparisons: [
        comparison(1.01, 'supported', 'mean'),
        comparison(1.07, 'supported', 'variance'),
        comparison(1.02, 'supported', 'third moment'),
      ],
    },
  };
  const summaries = summarizeComparisons([both]);
  expect(summaries.map(({ name }) => name)).toEqual(['mean', 'variance', 'third moment']);
  expect(mostTelling(summaries)?.name).toBe('variance');
  expect(mostTelling([])).toBeNull();
});

test('the margin used is measured towards the nearer edge, and is negative on the safe side of a one-sided zone', () => {
  expect(marginUsed(comparison(1.1, 'supported'))).toBeCloseTo(1, 12);
  expect(marginUsed(comparison(0.95, 'supported'))).toBeCloseTo(0.5, 12);
  expect(marginUsed({ ...comparison(1.2, 'supported'), zone: [0.9, null] })).toBeCloseTo(-2, 12);
});

test('a bare inequality uses the share of its bound', () => {
  const bare = { ...comparison(0.5, 'supported'), expected: null };
  expect(marginUsed({ ...bare, zone: [null, 2] })).toBe(0.25);
  expect(marginUsed({ ...bare, zone: [0.1, null] })).toBe(0.2);
  expect(marginUsed({ ...bare, zone: [null, 0] })).toBeNull();
  expect(marginUsed({ ...bare, zone: null })).toBeNull();
  expect(marginUsed({ ...bare, estimate: null, zone: [0.1, 2] })).toBeNull();
});
