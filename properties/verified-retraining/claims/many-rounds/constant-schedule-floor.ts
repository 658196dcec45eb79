import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { scheduleOf } from '../../domains/growth.ts';
import { type Retraining, retraining } from '../../domains/retraining.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredDistanceRange, squaredErrorRange, squaredSpread } from '../ranges.ts';
import { settles, settlesAt } from './settles.ts';

/** Rounds within which the error settles at a quarter of 2 % from the floor: ρ^{2k}Δ² = 0.005 floor takes 23 at ρ = 0.77, Δ = 1.5σ and n = 20. */
const ROUNDS = 40;

const shape = { realSamples: [20, 200], halfWidth: [0.9, 2], rotated: true } as const;

/** Theorem 4.1 at constant n: the error that remains (derived). */
export const constantScheduleFloor = defineClaim<Retraining>({
  id: 'constant-schedule-floor',
  module: import.meta.url,
  group: 'many-rounds',
  title:
    'At constant n the squared distance to the center settles at a floor above 0 and below pσ²ρ/(n(1−ρ²)), and the error to the truth at Δ² above that floor',
  statements: ['thm4.1.constant-schedule-floor'],
  kind: 'mean',
  decision:
    'The stationary law of the exact chain is computed and held against the bound; bounded means of simulated runs are bet on when the chain has settled, and after twice as many rounds.',
  domain: {
    description: 'Constant n from 5 to 20, R/σ from 0.9 to 2, every |b_j| up to 1.5σ.',
    strata: [
      retraining('unbiased', 'constant', { first: [5, 20] }, { ...shape, bias: [0, 0] }),
      retraining('biased', 'constant', { first: [5, 20] }, { ...shape, bias: [0.5, 1.5] }),
    ],
  },
  draws: 8,
  mutants: ['proposals-counted', 'samples-reused', 'cumulative-pooling', 'no-allowance', 'radius-alone'],
  check({ setting, growth }, { world: { theory, simulator }, tier, errors, stream }) {
    const schedule = scheduleOf(growth);
    const [kept] = theory.keptByRound(schedule, 1) as [number];
    const floor = theory.stationaryError(setting, kept);
    const bound = theory.stationaryFloorBound(setting, kept);
    // The bound pσ²ρ/(n(1−ρ²)) is the fixed point of the step of Theorem 4.1, in which a mutant may be wrong.
    const fixedPoint = theory.oneStepBound(setting, floor.toCenter, kept);
    const computed = [
      holds('floor', floor.toCenter, [Number.MIN_VALUE, bound]),
      holds('floor, one step of the bound later', fixedPoint, [floor.toCenter, bound]),
    ];
    if (computed.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(computed, 0);
    const exact = theory.exactTrajectory(setting, schedule, 2 * ROUNDS);
    const looks = [
      { name: 'to θ_c', limit: floor.toCenter, trajectory: exact.toCenter, range: squaredDistanceRange(setting) },
      { name: 'to θ*', limit: floor.toTruth, trajectory: exact.toTruth, range: squaredErrorRange(setting) },
    ].map((look) => ({ ...look, zone: tier.indifference * look.limit }));
    const paths = looks.map(({ name, trajectory, limit, zone }) =>
      settles(name, trajectory.slice(0, ROUNDS + 1), limit, zone),
    );
    const endings = paths.map(({ ending }) => ending);
    if (endings.some(({ verdict }) => verdict === 'refuted')) return outcomeOf(endings, 0);
    const settled = Math.max(1, ...paths.map(({ round }) => round));
    const rounds = [settled, 2 * settled];
    const comparisons = rounds.flatMap((k) =>
      looks.map(({ name, limit, zone, trajectory, range }) =>
        settlesAt(`${name}, k = ${k}`, limit, zone, trajectory[k]!, range),
      ),
    );
    const sds = comparisons.map(({ expected }) => squaredSpread(expected));
    const run = simulator.prepareRetraining(setting, schedule, 2 * settled);
    const simulated = decideMeans(
      comparisons,
      (replicate, out) => {
        const { toCenter, toTruth } = run.run(stream(replicate));
        rounds.forEach((k, i) => {
          out[2 * i] = toCenter[k]!;
          out[2 * i + 1] = toTruth[k]!;
        });
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
    return outcomeOf([...computed, ...simulated.comparisons], simulated.replicates);
  },
});
