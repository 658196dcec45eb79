import { expect, test } from 'vitest';
import { judge } from '../../properties/engine/judge.ts';
import { draw, exampleRun } from '../testing/evidence.ts';
import { budgetLines, coverageLine } from './budget.ts';

test('the budget states every error probability of the run and its indifference zone', () => {
  const text = budgetLines(exampleRun).join(' ');
  for (const figure of ['1e-6', '1.25e-7', '2e-6', 'quick tier', '10 %']) expect(text).toContain(figure);
});

test('the confidence that the line on coverage names is the one that claims are judged at', () => {
  const draws = Array.from({ length: 20 }, (_, index) => draw('holds', index, 1));
  const [judgement] = judge(exampleRun, draws);
  expect(judgement!.mayFailOn).toBeCloseTo(1 - 0.05 ** (1 / 20), 12);
  expect(coverageLine([{ draws: 20, mayFailOn: judgement!.mayFailOn }])).toContain('confidence 95 %');
});

test('the line on coverage spans the claims with the fewest and the most draws', () => {
  const claims = [
    { draws: 20, mayFailOn: 0.139 },
    { draws: 8, mayFailOn: 0.312 },
    { draws: 100, mayFailOn: 0.0294 },
    { draws: 1, mayFailOn: null },
  ];
  expect(coverageLine(claims)).toMatch(/: 31 % for N = 8, 2.9 % for N = 100\.$/);
  expect(coverageLine(claims.slice(0, 1))).toMatch(/: 14 % for N = 20\.$/);
});
