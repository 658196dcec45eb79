import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import { exactly, outcomeOf } from '../../../engine/decide/exactly.ts';
import { relativeBias } from '../../domains/relative.ts';
import { settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';

/**
 * Real samples between which slopes are taken. From 2¹¹ on, the next order, a share of order 1/μ², is under a thousandth of the remainder. Up to
 * 2¹³ the remainder stays above 1e-11·σ², so that double precision resolves it, as the difference of two errors near 0.1·σ², to a thousandth.
 */
const FEW = 2 ** 11;
const MANY = 2 ** 13;

/**
 * The next order is a share A/μ² of the remainder with |A| < 1: the largest |A| over 4000 settings of this domain is 0.85. Twice the bound of 1
 * leaves room, and a second-order term that is wrong by a thousandth is still noticed.
 */
const NEXT_ORDER = 2;

/** How n₁ grows with n₀, and the power of n₀ in the terms that Theorem 3.1 leaves out. */
const growths = [
  { name: 'n₁ = 8', kept: () => 8, slope: -1 },
  { name: 'n₁ = n₀^{1/3}', kept: Math.cbrt, slope: -4 / 3 },
  { name: 'n₁ = n₀', kept: (realSamples: number) => realSamples, slope: -2 },
  { name: 'n₁ = ∞', kept: () => Number.POSITIVE_INFINITY, slope: -2 },
] as const;

const shape = (tier: RetrainingTier) =>
  ({
    dimension: [1, tier.maximumDimension],
    realSamples: [1, 1],
    halfWidth: [0.8, 2],
    bias: [0, 0.6],
    rotated: true,
  }) as const;

/** The setting with a real design of n₀ rows: each μ_j is √n₀ times that of the given setting. */
const withRealSamples = (setting: Setting, realSamples: number): Setting => ({
  ...setting,
  singularValues: setting.singularValues.map((mu) => mu * Math.sqrt(realSamples)),
});

export const remainder = defineClaim<Setting>({
  id: 'remainder',
  module: import.meta.url,
  group: 'one-round',
  title:
    'Theorem 3.1 leaves out terms of order n₀⁻¹ at fixed n₁, n₀^{−4/3} at n₁ = n₀^{1/3}, n₀⁻² at n₁ ≥ n₀, with the derived coefficient',
  statements: ['thm3.1.leading-order', 'thm3.1.remainder'],
  kind: 'rate',
  decision:
    'The difference of exact error and leading order is computed: its log-log slope from n₀ = 2¹¹ to 2¹³, and its value at 2¹³ against the second-order term.',
  domain: {
    description:
      'Windows with R/σ in [0.8, 2] and Δ ≤ 0.6σ, where both second-order coefficients are negative in every direction, so that none vanishes and no two cancel.',
    strata: [
      {
        name: 'unbiased',
        settings: (tier) => settings({ ...shape(tier), bias: [0, 0] }),
        holds: (setting) => relativeBias(setting) === 0,
      },
      {
        name: 'biased',
        settings: (tier) => settings({ ...shape(tier), bias: [0.3, 0.6] }),
        holds: (setting) => relativeBias(setting) > 0.299,
      },
      {
        name: 'p = 1',
        settings: (tier) => settings({ ...shape(tier), dimension: [1, 1] }),
        holds: (setting) => setting.thetaStar.length === 1,
      },
      {
        name: 'many directions',
        settings: (tier) => settings({ ...shape(tier), dimension: [tier.maximumDimension, tier.maximumDimension] }),
        holds: (setting) => setting.thetaStar.length >= 3,
      },
    ],
  },
  draws: 100,
  mutants: ['m1m3-dropped', 'third-moment-sign', 'second-moment-raw', 'bare-m1-squared'],
  check(setting, { world: { theory }, tier }) {
    const leftOut = (realSamples: number, kept: number) => {
      const { exact, leadingOrder } = theory.oneRoundMse(withRealSamples(setting, realSamples), kept);
      return exact - leadingOrder;
    };
    const comparisons = growths.flatMap(({ name, kept, slope }) => {
      const few = leftOut(FEW, kept(FEW));
      const many = leftOut(MANY, kept(MANY));
      const largest = withRealSamples(setting, MANY);
      const predicted = theory.secondOrderRemainder(largest, kept(MANY));
      const nextOrder = NEXT_ORDER / Math.min(...largest.singularValues) ** 2;
      return [
        exactly(
          `slope, ${name}`,
          slope,
          Math.log(many / few) / Math.log(MANY / FEW),
          tier.indifference * Math.abs(slope),
        ),
        exactly(`second-order term, ${name}`, predicted, many, nextOrder * Math.abs(predicted)),
      ];
    });
    return outcomeOf(comparisons, 0);
  },
});
