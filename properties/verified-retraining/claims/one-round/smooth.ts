import * as fc from 'fast-check';
import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { logUniform, logUniformWhole, uniform } from '../../../engine/numbers.ts';
import { withBias } from '../../domains/offsets.ts';
import { type SettingShape, settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';

/** A point (Δ, r, 1/n₁) and how far each of the three moves from it. */
interface Segment {
  readonly setting: Setting;
  readonly kept: number;
  /** Δ/r at the point, the middle of each move. */
  readonly biasToRadius: number;
  /** Relative length of each move: Δ, r and n₁ go from 1 − step to 1 + step times their value at the point. */
  readonly step: number;
}

const shape = (tier: RetrainingTier): SettingShape => ({
  dimension: [1, tier.maximumDimension],
  realSamples: [5, 500],
  // At R/σ = 0.798 the radius is 0 and cannot move.
  halfWidth: [0.9, 3],
  bias: [1, 1],
  rotated: true,
});

const segments = (tier: RetrainingTier, biasToRadius: fc.Arbitrary<number>, step: fc.Arbitrary<number>) =>
  fc.record({ setting: settings(shape(tier)), kept: logUniformWhole(10, 500), biasToRadius, step });

const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((value, k) => value - b[k]!));

export const smooth = defineClaim<Segment>({
  id: 'smooth',
  module: import.meta.url,
  group: 'one-round',
  title: 'The error after one round moves smoothly with Δ, r and 1/n₁: no phase transition where Δ passes r',
  statements: ['thm3.1.smooth'],
  kind: 'inequality',
  decision:
    'The exact error is computed at both ends of a segment; the two differ by no more than the bound on the derivative times the length of the segment.',
  domain: {
    description:
      'Segments in Δ, in r and in 1/n₁; two in three pass Δ = r, and half of those are so short that any jump would exceed the bound.',
    strata: [
      {
        name: 'across Δ = r by a hair',
        settings: (tier) => segments(tier, fc.constant(1), logUniform(1e-8, 1e-6)),
        holds: ({ biasToRadius, step }) => biasToRadius === 1 && step <= 1.01e-6,
      },
      {
        name: 'across Δ = r by far',
        settings: (tier) => segments(tier, fc.constant(1), uniform(0.05, 0.9)),
        holds: ({ biasToRadius, step }) => biasToRadius === 1 && step >= 0.05,
      },
      {
        name: 'Δ from r/10 to 10r',
        settings: (tier) => segments(tier, logUniform(0.1, 10), logUniform(1e-8, 0.9)),
        holds: ({ biasToRadius }) => biasToRadius >= 0.099 && biasToRadius <= 10.01,
      },
    ],
  },
  draws: 120,
  mutants: ['phase-transition'],
  check({ setting, kept, biasToRadius, step }, { world: { theory } }) {
    const [less, more] = [1 - step, 1 + step];
    const toRadius = biasToRadius * setting.radius;
    const middle = withBias(setting, toRadius);
    const change = (from: Setting, to: Setting, keptFrom = kept, keptTo = kept) =>
      Math.abs(theory.oneRoundMse(to, keptTo).exact - theory.oneRoundMse(from, keptFrom).exact);
    // The bounds are convex along each move, so they are largest at one of its ends.
    const steepest = (of: keyof ReturnType<typeof theory.smoothnessBounds>, from: Setting, to: Setting) =>
      Math.max(theory.smoothnessBounds(from, kept)[of], theory.smoothnessBounds(to, kept)[of]);

    const [nearer, farther] = [withBias(setting, toRadius * less), withBias(setting, toRadius * more)];
    const move = distance(nearer.knowledgeCenter, farther.knowledgeCenter);
    const [stricter, laxer] = [
      { ...middle, radius: middle.radius * less },
      { ...middle, radius: middle.radius * more },
    ];
    const inverseMove = 1 / (kept * less) - 1 / (kept * more);
    const comparisons = [
      holds('change along Δ', change(nearer, farther), [0, steepest('bias', nearer, farther) * move]),
      holds('change along r', change(stricter, laxer), [
        0,
        steepest('radius', stricter, laxer) * (laxer.radius - stricter.radius),
      ]),
      holds('change along 1/n₁', change(middle, middle, kept * less, kept * more), [
        0,
        theory.smoothnessBounds(middle, kept).inverseKept * inverseMove,
      ]),
    ];
    return outcomeOf(comparisons, 0);
  },
});
