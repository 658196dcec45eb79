import * as fc from 'fast-check';
import { constant } from '../../../../theory/verified-retraining/model.ts';
import { oneRoundMse } from '../../../../theory/verified-retraining/one-round.ts';
import { bias, improvementBoundary, minimumKept } from '../../../../theory/verified-retraining/regimes.ts';
import { defineClaim } from '../../../engine/claim.ts';
import { isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { logUniformWhole, type Range, uniform } from '../../../engine/numbers.ts';
import type { Tier } from '../../../engine/tier.ts';
import { withBias } from '../../domains/offsets.ts';
import type { OneRound } from '../../domains/one-round.ts';
import { type SettingShape, settings } from '../../domains/settings.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { squaredErrorRange, squaredSpread } from '../ranges.ts';

/** Smallest gain or loss drawn, as a share of the baseline: it keeps a setting off the boundary, on which the sign is undefined. */
const DISTANCE = 0.15;

const shape = (tier: Tier, rest: Partial<SettingShape>): SettingShape => ({
  dimension: [1, tier.maximumDimension],
  realSamples: [5, 20],
  halfWidth: [0.85, 1.4],
  bias: [1, 1],
  rotated: true,
  ...rest,
});

const offBoundary = ({ setting, kept }: OneRound) => {
  const { exact, baseline } = oneRoundMse(setting, kept);
  return Math.abs(exact - baseline) >= DISTANCE * baseline;
};

/** Rounds with enough synthetic labels for a boundary Δ* to exist, and a bias of a multiple of it. */
const ofBoundary = (tier: Tier, multiple: Range): fc.Arbitrary<OneRound> =>
  fc
    .record({ setting: settings(shape(tier, {})), kept: logUniformWhole(40, 80), multiple: uniform(...multiple) })
    .map(({ setting, kept, multiple }) => ({
      setting: withBias(setting, multiple * improvementBoundary(setting, kept)!),
      kept,
    }))
    .filter(offBoundary);

/** Rounds with at most half of the synthetic labels that any improvement needs. */
const withoutBoundary = (tier: Tier): fc.Arbitrary<OneRound> =>
  fc
    .record({
      setting: settings(shape(tier, { halfWidth: [1.3, 2.2], realSamples: [20, 60], bias: [0, 0.3] })),
      share: uniform(0.1, 0.5),
    })
    .map(({ setting, share }) => ({ setting, kept: Math.max(1, Math.floor(share * minimumKept(setting))) }))
    .filter(offBoundary);

/** Δ/Δ*, or null without a boundary. */
const toBoundary = ({ setting, kept }: OneRound) => {
  const boundary = improvementBoundary(setting, kept);
  return boundary === null ? null : bias(setting) / boundary;
};

export const gainSign = defineClaim<OneRound>({
  id: 'gain-sign',
  group: 'gain',
  title:
    'One verified round lowers the error when Δ < Δ*, raises it when Δ > Δ*, and raises it at any Δ when n₁ is too small for a boundary',
  statements: ['thm3.1.gain-sign'],
  kind: 'sign',
  decision: 'Exact gain over the baseline of the sign that Δ* says; simulated gain proven to be of that sign; bounded.',
  domain: {
    description: `Gain or loss of at least ${100 * DISTANCE} % of the baseline, with Δ/Δ* up to 0.7 or from 1.4 up, or n₁ at most half of what a boundary needs.`,
    regimes: [
      {
        name: 'inside the boundary',
        settings: (tier) => ofBoundary(tier, [0, 0.7]),
        holds: (round) => (toBoundary(round) ?? 1) < 0.701,
      },
      {
        name: 'beyond the boundary',
        settings: (tier) => ofBoundary(tier, [1.4, 3]),
        holds: (round) => (toBoundary(round) ?? 1) > 1.399,
      },
      { name: 'no boundary', settings: withoutBoundary, holds: (round) => toBoundary(round) === null },
    ],
  },
  draws: 30,
  mutants: ['accept-everything', 'accept-complement', 'window-at-estimate', 'verifier-at-origin'],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const { exact, baseline } = theory.oneRoundMse(setting, kept);
    const boundary = theory.improvementBoundary(setting, kept);
    const sign = boundary !== null && theory.bias(setting) < boundary ? 1 : -1;
    const effect = sign * (baseline - exact);
    const agrees = holds(sign > 0 ? 'exact gain' : 'exact loss', effect, [0, Number.POSITIVE_INFINITY]);
    if (agrees.verdict === 'refuted') return outcomeOf([agrees], 0);
    const [low, high] = squaredErrorRange(setting);
    const range: Range = sign > 0 ? [baseline - high, baseline - low] : [low - baseline, high - baseline];
    const name = sign > 0 ? 'simulated gain' : 'simulated loss';
    const comparisons = [isAbove(name, 0, effect, tier.indifference, range)];
    const run = simulator.prepareRetraining(setting, constant(kept), 1);
    const decision = decideMeans(
      comparisons,
      (replicate, out) => {
        out[0] = sign * (baseline - run.run(stream(replicate)).toTruth[1]!);
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, [squaredSpread(exact)], errors.falseSupport) },
    );
    return outcomeOf([agrees, ...decision.comparisons], decision.replicates);
  },
});
