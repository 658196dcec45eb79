import * as fc from 'fast-check';
import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import { defineClaim } from '../../../engine/claim.ts';
import { logUniformWhole, uniform } from '../../../engine/numbers.ts';
import { type Growth, growths, scheduleOf } from '../../domains/growth.ts';
import { KNOWN, startIsKnown } from '../../domains/known-start.ts';
import { relativeBias } from '../../domains/relative.ts';
import { settings } from '../../domains/settings.ts';
import { exactly, holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { decideLimit } from './late-coordinates.ts';
import { bendNearCenter, decideRateNearCenter, rateNearCenter } from './rate-near-center.ts';

interface TwoRadii {
  /** With the stricter radius; θ* is where the runs to the limit start. */
  readonly setting: Setting;
  /** The lenient verifier's radius is larger by this many σ. */
  readonly further: number;
  /** Accepted labels of the one round that shows the rate. */
  readonly kept: number;
  /** The rounds to the limit. */
  readonly growth: Growth;
}

/** Rounds to the limit: ρ^k = 0.005 takes 20 at ρ = 0.77. */
const ROUNDS = 30;

/** A verifier's radius sets the pace, its center the goal (Theorem 4.1). */
export const selectivityRate = defineClaim<TwoRadii>({
  id: 'selectivity-rate',
  group: 'many-rounds',
  title:
    'Near the knowledge center one round contracts by ρ(r), more for a stricter verifier, and the limit is θ_c for either radius',
  statements: ['thm4.1.selectivity-rate'],
  kind: 'rate',
  decision:
    'For two radii: the bounded contraction of one simulated round from a known start is bet on against T, itself within its cubic remainder of ρ; and so is every coordinate of late runs, against θ_c; antithetic pairs of runs.',
  domain: {
    description:
      'Two radii with R/σ from 0.9 to 1.4 and 0.4 to 0.6 more, Δ from σ to 2σ, θ̂₀ known by a huge real design.',
    regimes: (['linear', 'geometric'] as const).map((kind) => ({
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
    const { theory } = trial.world;
    const verifiers = [
      { name: 'strict', verifier: setting },
      { name: 'lenient', verifier: { ...setting, radius: setting.radius + further * setting.noise } },
    ].map(({ name, verifier }) => ({ name, verifier, rate: theory.contractionRate(verifier) }));
    const [strict, lenient] = verifiers.map(({ rate }) => rate) as [number, number];
    const apart = trial.tier.indifference * (strict + lenient);
    const computed = [
      holds('ρ(r′) − ρ(r)', lenient - strict, [apart, 1]),
      ...verifiers.map(({ name, verifier, rate }) =>
        exactly(`ρ from T near θ_c, ${name}`, rate, rateNearCenter(verifier, trial.world), bendNearCenter(verifier)),
      ),
    ];
    if (computed.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(computed, 0);
    // Two decisions a verifier share the draw's probability of a false refutation.
    const falseRefutation = trial.errors.falseRefutation / (2 * verifiers.length);
    const sharing = { ...trial, errors: { ...trial.errors, falseRefutation } };
    const simulated = verifiers.flatMap(({ name, verifier }) => [
      decideRateNearCenter(name, verifier, kept, sharing),
      decideLimit(name, verifier, scheduleOf(growth), ROUNDS, sharing),
    ]);
    const replicates = simulated.reduce((sum, each) => sum + each.replicates, 0);
    return outcomeOf([...computed, ...simulated.flatMap(({ comparisons }) => comparisons)], replicates);
  },
});
