import { expect, test } from 'vitest';
import { judge } from '../../properties/engine/judge.ts';
import { decision, exampleRun } from '../testing/evidence.ts';
import { replicatedRun } from '../testing/replicated.ts';
import { budgetLines, coverageLine } from './budgets.ts';

test('the budget states every error probability of the run and its indifference zone', () => {
  const text = budgetLines(exampleRun).join(' ');
  for (const figure of ['1e-6', '1.25e-7', '2e-6', 'quick tier', '10 %']) expect(text).toContain(figure);
});

test('replicated claims, and claims of a kind that nobody knows here, have lines of their own', () => {
  const { budgets } = replicatedRun;
  const lines = budgetLines({ ...replicatedRun, budgets: { ...budgets, loops: budgets['replicated-runs']! } });
  expect(lines.slice(0, -2)).toEqual(budgetLines(exampleRun));
  expect(lines.at(-2)).toMatch(/^Replicated claims: .* at most 0.03, .* at most 0.04,/);
  expect(lines.at(-1)).toBe(
    'Error probabilities of the kind loops: at most 0.03 that anything true is refuted, 0.04 that a claim that fails is called supported.',
  );
});

test('a run that draws no settings states no budget for them', () => {
  expect(budgetLines({ ...exampleRun, budgets: {} })).toEqual([expect.stringMatching(/^Indifference zone/)]);
});

test('the confidence that the line on coverage names is the one that claims are judged at', () => {
  const decisions = Array.from({ length: 20 }, (_, index) => decision('holds', index, 1));
  const [judgement] = judge(exampleRun, decisions);
  expect(judgement!.mayFailOn).toBeCloseTo(1 - 0.05 ** (1 / 20), 12);
  expect(coverageLine([{ settings: 20, mayFailOn: judgement!.mayFailOn }])).toContain('confidence 95 %');
});

test('the line on coverage spans the claims with the fewest and the most settings', () => {
  const claims = [
    { settings: 20, mayFailOn: 0.139 },
    { settings: 8, mayFailOn: 0.312 },
    { settings: 100, mayFailOn: 0.0294 },
    { settings: 1, mayFailOn: null },
  ];
  expect(coverageLine(claims)).toMatch(/: 31 % for N = 8, 2.9 % for N = 100\.$/);
  expect(coverageLine(claims.slice(0, 1))).toMatch(/: 14 % for N = 20\.$/);
});
