import * as fc from 'fast-check';
import type { Setting } from '../../theory/model.ts';
import { defineClaim } from '../claim.ts';
import { atMost } from '../decide/comparison.ts';
import { decideMeans } from '../decide/decide-means.ts';
import { KNOWN, startIsKnown } from '../domains/known-start.ts';
import { logUniformWhole } from '../domains/numbers.ts';
import { offsets, settingsWithOffsets } from '../domains/offsets.ts';
import { biasedWithin } from '../domains/retraining.ts';
import { squaredDistanceRange } from './center-ranges.ts';
import { exactly, holds, outcomeOf } from './exactly.ts';
import { maximumReplicates } from './replicates.ts';

interface OneStep {
  /** θ* is the generator of the step. */
  readonly setting: Setting;
  readonly kept: number;
}

/** Relative accuracy of the moments behind both sides, with room for sums over directions. */
const ACCURACY = 1e-11;

const regime = (name: string, least: number, most: number, kept: readonly [number, number]) => ({
  name,
  settings: ({ maximumDimension }: { maximumDimension: number }) =>
    fc.record({
      setting: settingsWithOffsets(
        { dimension: [1, maximumDimension], realSamples: KNOWN, halfWidth: [0.9, 2.5], rotated: true },
        [least, most],
      ),
      kept: logUniformWhole(...kept),
    }),
  holds: ({ setting, kept: samples }: OneStep) =>
    startIsKnown(setting) && samples <= kept[1] && biasedWithin(setting, least, most),
});

/** The step that iterates to Theorem 4.1 (paper §5). */
export const oneStepInequality = defineClaim<OneStep>({
  id: 'one-step-inequality',
  group: 'many-rounds',
  title:
    'From any known generator one round leaves at most ρ² of the squared distance to the center plus pσ²ρ/n, and exactly that at the center.',
  statements: ['thm4.1.one-step'],
  kind: 'inequality',
  decision:
    'Computed exactly at the generator and at the center; the bounded mean of simulated rounds bet on, against the bound.',
  domain: {
    description:
      'θ̂₀ known by a huge real design, R/σ from 0.9 to 2.5, each direction up to 3σ off the center, n from 2 to 50',
    regimes: [regime('near the center', 0.05, 0.5, [2, 20]), regime('far from the center', 1, 3, [2, 50])],
  },
  draws: 6,
  mutants: ['rate-at-truth', 'rate-squared-in-noise', 'radius-alone', 'accept-everything', 'window-at-estimate'],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const center = theory.coordinates(setting, setting.knowledgeCenter);
    const windows = center.map((c) => ({
      center: c,
      halfWidth: setting.radius + setting.noiseAllowance,
      noise: setting.noise,
    }));
    const from = (distances: readonly number[]) =>
      windows.reduce((sum, window, j) => sum + theory.oneStepError(window, center[j]! + distances[j]!, kept), 0);
    const distances = offsets(setting).map((offset) => -offset);
    const squaredDistance = distances.reduce((sum, distance) => sum + distance ** 2, 0);
    const bound = theory.oneStepBound(setting, squaredDistance, kept);
    const atCenter = theory.oneStepBound(setting, 0, kept);
    const expected = from(distances);
    const computed = [
      exactly('bound at the center', from(center.map(() => 0)), atCenter, ACCURACY * atCenter),
      holds('exact error over its bound', expected / bound, [0, 1 + ACCURACY]),
    ];
    if (computed.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(computed, 0);
    const margin = tier.indifference * bound;
    const range = squaredDistanceRange(setting);
    const run = simulator.prepareRetraining(setting, [kept], 1);
    const simulated = decideMeans(
      [atMost('E‖θ̂₁−θ_c‖² from a known start', bound, margin, Math.min(expected, bound), range)],
      (replicate, out) => {
        out[0] = run.run(stream(replicate)).toCenter[1]!;
      },
      {
        ...errors,
        maximumReplicates: maximumReplicates(errors.falseSupport, [{ sd: Math.SQRT2 * expected, margin, range }]),
      },
    );
    return outcomeOf([...computed, ...simulated.comparisons], simulated.replicates);
  },
});
