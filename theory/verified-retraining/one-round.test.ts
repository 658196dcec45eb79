import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Setting, SettingError } from './model.ts';
import { oneRoundFloor } from './one-round/floor.ts';
import { oneRoundLaw } from './one-round/law.ts';
import { leadingOrderMse } from './one-round/leading-order.ts';
import { secondOrderRemainder } from './one-round/remainder.ts';
import { oneRoundMse } from './one-round.ts';
import { biased, cell } from './testing/one-round-settings.ts';

type Cell = Setting & {
  id: number;
  keptPerDirection: number;
  mseExact: string;
  mseLeadingOrder: string;
  mseBaseline: string;
};
const cells: Cell[] = JSON.parse(
  readFileSync(new URL('testing/reference/one-round-mse.json', import.meta.url), 'utf8'),
).cells;

test('agrees with the reference cells to 1e-10', () => {
  expect(cells.length).toBeGreaterThan(20);
  for (const reference of cells) {
    const { exact, leadingOrder, baseline } = oneRoundMse(reference, reference.keptPerDirection);
    const label = `cell ${reference.id}`;
    expect(Math.abs(exact / Number(reference.mseExact) - 1), label).toBeLessThan(1e-10);
    expect(Math.abs(leadingOrder / Number(reference.mseLeadingOrder) - 1), label).toBeLessThan(1e-10);
    expect(Math.abs(baseline / Number(reference.mseBaseline) - 1), label).toBeLessThan(1e-10);
  }
});

test('stays exact when the start is known worse than the window is wide', () => {
  // Trapezoidal rule of mpmath 1.3 at 30 digits, steps of σ/8: σ = 1, θ* = 0, R = 0.8, n₁ = 10.
  for (const [mu, bias, exact] of [
    [1, 0.3, 0.1101184317751833],
    [0.3, 3, 7.256535219933937],
    [0.1, 0, 0.3595424886541851],
  ] as const) {
    const setting = { ...cell(mu ** 2), knowledgeCenter: [bias], noiseAllowance: 0.3 };
    expect(oneRoundMse(setting, 10).exact / exact).toBeCloseTo(1, 12);
  }
});

test('is the reference cell of the paper at σ = 1, b = 0.3, μ² = n₁ = 100, r = 0.5', () => {
  expect(oneRoundMse(cell(100), 100).exact).toBeCloseTo(0.034244, 6);
});

test('follows translation, scale, reflection and rotation of the problem', () => {
  const { exact, leadingOrder, baseline } = oneRoundMse(biased, 30);
  const moved = {
    ...biased,
    thetaStar: biased.thetaStar.map((value) => value + 5),
    knowledgeCenter: biased.knowledgeCenter.map((value) => value + 5),
  };
  const mirrored = {
    ...biased,
    thetaStar: biased.thetaStar.map((value) => -value),
    knowledgeCenter: biased.knowledgeCenter.map((value) => -value),
  };
  const scaled = {
    ...mirrored,
    thetaStar: biased.thetaStar.map((value) => 7 * value),
    knowledgeCenter: biased.knowledgeCenter.map((value) => 7 * value),
    radius: 7 * biased.radius,
    noise: 7 * biased.noise,
    noiseAllowance: 7 * biased.noiseAllowance,
  };
  const [cosine, sine] = [Math.cos(0.6), Math.sin(0.6)];
  const rotate = ([a, b]: readonly number[]) => [cosine * a! - sine * b!, sine * a! + cosine * b!];
  const rotated = {
    ...biased,
    thetaStar: rotate(biased.thetaStar),
    knowledgeCenter: rotate(biased.knowledgeCenter),
    directions: [rotate([1, 0]), rotate([0, 1])],
  };
  for (const [setting, factor] of [
    [moved, 1],
    [mirrored, 1],
    [scaled, 49],
    [rotated, 1],
  ] as const) {
    const image = oneRoundMse(setting, 30);
    expect(image.exact / exact / factor).toBeCloseTo(1, 12);
    expect(image.leadingOrder / leadingOrder / factor).toBeCloseTo(1, 12);
    expect(image.baseline / baseline / factor).toBeCloseTo(1, 12);
  }
});

test('falls to its value without synthetic noise as n₁ grows', () => {
  const errors = [1, 10, 1000, 1e9, Infinity].map((kept) => oneRoundMse(biased, kept).exact);
  expect(errors).toEqual([...errors].sort((a, b) => b - a));
  expect(errors[3]! / errors[4]!).toBeCloseTo(1, 7);
});

test.each([0, 0.5, -3, Number.NaN])('every formula of one round refuses n₁ = %d', (kept) => {
  for (const formula of [oneRoundMse, leadingOrderMse, oneRoundLaw, secondOrderRemainder]) {
    expect(() => formula(biased, kept)).toThrow(SettingError);
  }
});

test('every formula of one round refuses a setting outside the model', () => {
  const wrong = { ...biased, noise: -1 };
  for (const formula of [oneRoundMse, leadingOrderMse, oneRoundLaw, secondOrderRemainder, oneRoundFloor]) {
    expect(() => formula(wrong, 10)).toThrow('noise = -1');
  }
});
