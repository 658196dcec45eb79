import * as fc from 'fast-check';
import type { Schedule, Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Outcome } from '../../../engine/claim.ts';
import { antithetic } from '../../../engine/decide/antithetic.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { exactly, holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Trial } from '../../../engine/kinds/drawn-settings/claim.ts';
import { logUniformWhole, uniform } from '../../../engine/numbers.ts';
import { type Growth, growths, scheduleOf } from '../../domains/growth.ts';
import { KNOWN, startIsKnown } from '../../domains/known-start.ts';
import { relativeBias } from '../../domains/relative.ts';
import { settings } from '../../domains/settings.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { World } from '../../world.ts';
import { distanceRange } from '../ranges.ts';
import { bendNearCenter, decideRateNearCenter, rateNearCenter } from './rate-near-center.ts';
import { settles, settlesAt } from './settles.ts';

interface TwoRadii {
  /** With the radius of the stricter verifier. Runs to the limit start at θ*. */
  readonly setting: Setting;
  /** What the radius of the lenient verifier is larger by, in σ. */
  readonly further: number;
  /** Accepted labels of the one round that shows the rate. */
  readonly kept: number;
  /** The schedule of the runs to the limit. */
  readonly growth: Growth;
}

/** Rounds to the limit: ρ^k = 0.005 takes 20 at ρ = 0.77. */
const ROUNDS = 30;

/** A verifier's radius sets the pace, and its center the limit (Theorem 4.1). */
export const selectivityRate = defineClaim<TwoRadii>({
  id: 'selectivity-rate',
  module: import.meta.url,
  group: 'many-rounds',
  title:
    'Near the knowledge center one round contracts by ρ(r), more for a stricter verifier, and the limit is θ_c for either radius',
  statements: ['thm4.1.selectivity-rate'],
  kind: 'rate',
  decision:
    'For each of two radii: the contraction of one simulated round from a known start is bounded and is bet on against T, whose slope there is within a cubic remainder of ρ; every coordinate of late runs is bet on against θ_c; antithetic pairs of runs.',
  domain: {
    description:
      'Two radii, one with R/σ from 0.9 to 1.4 and one larger by 0.4σ to 0.6σ, Δ from σ to 2σ, θ̂₀ known by a huge real design.',
    strata: (['linear', 'geometric'] as const).map((kind) => ({
      name: `${kind} n`,
      settings: ({ maximumDimension }) =>
        fc.record({
          setting: settings({
            dimension: [1, maximumDimension],
            realSamples: KNOWN,
            halfWidth: [0.9, 1.4],
            bias: [1, 2],
            rotated: true,
          }),
          further: uniform(0.4, 0.6),
          kept: logUniformWhole(50, 100),
          growth: growths(kind, { first: [20, 60], step: [5, 20], ratio: [1.05, 1.2] }),
        }),
      holds: ({ setting, growth }: TwoRadii) =>
        startIsKnown(setting) && growth.kind === kind && relativeBias(setting) > 1 - 1e-9,
    })),
  },
  draws: 8,
  mutants: ['radius-alone', 'no-allowance', 'allowance-is-sigma', 'window-at-estimate'],
  check({ setting, further, kept, growth }, trial) {
    const { world } = trial;
    const verifiers = [
      { name: 'strict', verifier: setting },
      { name: 'lenient', verifier: { ...setting, radius: setting.radius + further * setting.noise } },
    ].map(({ name, verifier }) => ({ name, verifier, rate: world.theory.contractionRate(verifier) }));
    const [strict, lenient] = verifiers.map(({ rate }) => rate) as [number, number];
    const apart = trial.tier.indifference * (strict + lenient);
    const computed = [
      holds('ρ(r′) − ρ(r)', lenient - strict, [apart, 1]),
      ...verifiers.map(({ name, verifier, rate }) =>
        exactly(`ρ from T near θ_c, ${name}`, rate, rateNearCenter(verifier, world), bendNearCenter(verifier, world)),
      ),
    ];
    if (computed.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(computed, 0);
    // Two decisions for each verifier share the setting's probability of a false refutation.
    const falseRefutation = trial.errors.falseRefutation / (2 * verifiers.length);
    const sharing = { ...trial, errors: { ...trial.errors, falseRefutation } };
    const simulated = verifiers.flatMap(({ name, verifier }) => [
      decideRateNearCenter(name, verifier, kept, sharing),
      decideLimit(name, verifier, scheduleOf(growth), sharing),
    ]);
    const replicates = simulated.reduce((sum, each) => sum + each.replicates, 0);
    return outcomeOf([...computed, ...simulated.flatMap(({ comparisons }) => comparisons)], replicates);
  },
});

/**
 * Decides, from antithetic pairs of runs, that every coordinate of θ̂_k equals that of θ_c within the tier's share of Δ, at the first round from
 * which on the exact chain has settled there. Refuted when the chain itself does not settle within ROUNDS.
 */
function decideLimit(name: string, setting: Setting, schedule: Schedule, trial: Trial<World>): Outcome {
  const { theory, simulator } = trial.world;
  const centers = theory.coordinates(setting, setting.knowledgeCenter);
  const means = theory.exactMeans(setting, schedule, ROUNDS);
  const zone = trial.tier.indifference * theory.bias(setting);
  const along = (j: number) => means.map((mean) => mean[j]! - centers[j]!);
  const coordinate = (j: number) => `v_${j + 1}ᵀ(θ̂_k−θ_c), ${name}`;
  const paths = centers.map((_, j) => settles(coordinate(j), along(j), 0, zone));
  const endings = paths.map(({ ending }) => ending);
  if (endings.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(endings, 0);
  const late = Math.max(1, ...paths.map(({ round }) => round));
  const range = distanceRange(setting);
  const comparisons = centers.map((_, j) =>
    settlesAt(`${coordinate(j)}, k = ${late}`, 0, zone, along(j)[late]!, range),
  );
  // The sd of one coordinate is at most the root of the mean square of all.
  const sd = Math.sqrt(theory.exactTrajectory(setting, schedule, late).toCenter[late]!);
  const sds = comparisons.map(() => sd);
  const run = simulator.prepareRetraining(setting, schedule, late);
  return decideMeans(
    comparisons,
    antithetic(trial, comparisons.length, (stream, out) => {
      const { estimates } = run.run(stream);
      for (let j = 0; j < centers.length; j += 1) out[j] = estimates[late * centers.length + j]! - centers[j]!;
    }),
    { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
  );
}
