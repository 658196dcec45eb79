import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type Setting, SettingError } from './model.ts';
import { oneRoundFloor } from './one-round/floor.ts';
import { oneRoundLaw } from './one-round/law.ts';
import { leadingOrderMse, leadingOrderTerm } from './one-round/leading-order.ts';
import { secondOrderRemainder } from './one-round/remainder.ts';
import { oneRoundMse } from './one-round.ts';
import { contractionRate } from './transfer-map.ts';

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

const biased: Setting = {
  thetaStar: [0.3, -1.2],
  knowledgeCenter: [0.7, -1.1],
  radius: 0.4,
  noise: 0.8,
  noiseAllowance: 0.5,
  singularValues: [9, 4],
};

/** One direction, σ = 1, as the reference cell of the paper's §5, with μ² = information. */
const cell = (information: number): Setting => ({
  thetaStar: [0],
  knowledgeCenter: [0.3],
  radius: 0.5,
  noise: 1,
  noiseAllowance: Math.sqrt(2 / Math.PI),
  singularValues: [Math.sqrt(information)],
});

describe('oneRoundMse', () => {
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

  test.each([0, 0.5, -3, Number.NaN])('refuses n₁ = %d', (kept) => {
    for (const formula of [oneRoundMse, leadingOrderMse, oneRoundLaw, secondOrderRemainder]) {
      expect(() => formula(biased, kept)).toThrow(SettingError);
    }
  });

  test('refuses a setting outside the model', () => {
    const wrong = { ...biased, noise: -1 };
    for (const formula of [oneRoundMse, leadingOrderMse, oneRoundLaw, secondOrderRemainder, oneRoundFloor]) {
      expect(() => formula(wrong, 10)).toThrow('noise = -1');
    }
  });
});

describe('leadingOrderTerm', () => {
  test('is m₂/n₁ + m₁² + (m₂² + m₁m₃)/μ²', () => {
    const moments = { mean: 2, variance: 3, thirdCentral: 5 };
    expect(leadingOrderTerm(moments, 0.5, 6)).toBe(3 / 6 + 4 + (9 + 10) * 4);
  });
});

describe('oneRoundLaw', () => {
  test('splits the exact error into squared bias and variance', () => {
    for (const kept of [3, 200, Infinity]) {
      const error = oneRoundLaw(biased, kept).reduce(
        (sum, { mean, variance }, j) => sum + (mean - biased.thetaStar[j]!) ** 2 + variance,
        0,
      );
      expect(error / oneRoundMse(biased, kept).exact).toBeCloseTo(1, 13);
    }
  });

  test('puts the mean strictly between the truth and the center in every biased direction', () => {
    oneRoundLaw(biased, 20).forEach(({ mean }, j) => {
      const share = (mean - biased.thetaStar[j]!) / (biased.knowledgeCenter[j]! - biased.thetaStar[j]!);
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    });
  });

  test('is centered for an unbiased verifier', () => {
    const [law] = oneRoundLaw({ ...cell(50), knowledgeCenter: [0] }, 20);
    expect(law!.mean).toBeCloseTo(0, 15);
  });
});

describe('secondOrderRemainder', () => {
  const unexplained = (information: number, kept: number) => {
    const { exact, leadingOrder } = oneRoundMse(cell(information), kept);
    return exact - leadingOrder - secondOrderRemainder(cell(information), kept);
  };

  test('explains exact − leading order up to μ⁻⁶ at n₁ = ∞', () => {
    // Quadrupling μ² shrinks a rest of order μ⁻⁶ by 64 and the remainder itself, of order μ⁻⁴, by 16.
    const ratio = unexplained(100, Infinity) / unexplained(400, Infinity);
    expect(ratio).toBeGreaterThan(50);
    expect(ratio).toBeLessThan(80);
  });

  test('explains the part of order 1/n₁ up to 1/(n₁μ⁴)', () => {
    const perKept = (information: number) => unexplained(information, 1) - unexplained(information, Infinity);
    const ratio = perKept(100) / perKept(400);
    expect(ratio).toBeGreaterThan(14);
    expect(ratio).toBeLessThan(18);
  });
});

describe('oneRoundFloor', () => {
  test('is ρ²·MSE(θ̂₀), and all that a perfect verifier leaves to leading order', () => {
    const perfect = { ...biased, knowledgeCenter: biased.thetaStar };
    const { leadingOrder, baseline } = oneRoundMse(perfect, Infinity);
    expect(oneRoundFloor(perfect) / leadingOrder).toBeCloseTo(1, 14);
    expect(oneRoundFloor(perfect) / (contractionRate(perfect) ** 2 * baseline)).toBeCloseTo(1, 14);
  });

  test('lies below the leading order of a biased verifier', () => {
    expect(oneRoundFloor(biased)).toBeLessThan(oneRoundMse(biased, Infinity).leadingOrder);
  });
});
