import * as fc from 'fast-check';
import { atMost } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { exactly, holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { logUniformWhole, type Range } from '../../../engine/numbers.ts';
import { KNOWN, startIsKnown } from '../../domains/known-start.ts';
import { biasedWithin, offsets, settingsWithOffsets } from '../../domains/offsets.ts';
import type { OneRound } from '../../domains/one-round.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { RetrainingTier } from '../../tiers.ts';
import { squaredDistanceRange, squaredSpread } from '../ranges.ts';

/** Relative accuracy of the moments behind both sides, with room for sums over directions. */
const ACCURACY = 1e-11;

/** θ* is the generator from which the round starts. */
const stratum = (name: string, fromCenter: Range, kept: Range) => ({
  name,
  settings: ({ maximumDimension }: RetrainingTier) =>
    fc.record({
      setting: settingsWithOffsets(
        { dimension: [1, maximumDimension], realSamples: KNOWN, halfWidth: [0.9, 2.5], rotated: true },
        fromCenter,
      ),
      kept: logUniformWhole(...kept),
    }),
  holds: ({ setting, kept: samples }: OneRound) =>
    startIsKnown(setting) && samples <= kept[1] && biasedWithin(setting, fromCenter),
});

/** One step of Theorem 4.1, whose iteration is the theorem (derived). */
export const oneStepInequality = defineClaim<OneRound>({
  id: 'one-step-inequality',
  module: import.meta.url,
  group: 'many-rounds',
  title:
    'From any known generator one round leaves at most ρ² of the squared distance to the center plus pσ²ρ/n, and exactly that at the center',
  statements: ['thm4.1.one-step'],
  kind: 'inequality',
  decision:
    'The exact error is computed at the generator and at the center; the bounded mean of simulated rounds is bet on against the bound.',
  domain: {
    description:
      'Starts θ̂₀ known by a huge real design, R/σ from 0.9 to 2.5, up to 3σ away from the center in each direction, n from 2 to 50.',
    strata: [stratum('near the center', [0.05, 0.5], [2, 20]), stratum('far from the center', [1, 3], [2, 50])],
  },
  draws: 12,
  mutants: ['rate-at-truth', 'rate-squared-in-noise', 'radius-alone', 'accept-everything', 'window-at-estimate'],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const from = (distances: readonly number[]) =>
      theory
        .windows(setting)
        .reduce((sum, window, j) => sum + theory.oneStepError(window, window.center + distances[j]!, kept), 0);
    const distances = offsets(setting).map((offset) => -offset);
    const squaredDistance = distances.reduce((sum, distance) => sum + distance ** 2, 0);
    const bound = theory.oneStepBound(setting, squaredDistance, kept);
    const atCenter = theory.oneStepBound(setting, 0, kept);
    const expected = from(distances);
    const computed = [
      exactly('bound at the center', from(distances.map(() => 0)), atCenter, ACCURACY * atCenter),
      holds('exact error over its bound', expected / bound, [0, 1 + ACCURACY]),
    ];
    if (computed.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(computed, 0);
    const [zone, range] = [tier.indifference * bound, squaredDistanceRange(setting)];
    const comparisons = [atMost('E‖θ̂₁−θ_c‖² from a known start', bound, zone, Math.min(expected, bound), range)];
    const run = simulator.prepareRetraining(setting, [kept], 1);
    const simulated = decideMeans(
      comparisons,
      (replicate, out) => {
        out[0] = run.run(stream(replicate)).toCenter[1]!;
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, [squaredSpread(expected)], errors.falseSupport) },
    );
    return outcomeOf([...computed, ...simulated.comparisons], simulated.replicates);
  },
});
