import { equals } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { scheduleOf } from '../../domains/growth.ts';
import { manyRounds, type Retraining, ROUNDS } from '../../domains/retraining.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredDistanceRange, squaredErrorRange, squaredSpread } from '../ranges.ts';

/** Rounds after which the errors are compared: dense at first, and few later, when the start is forgotten and only the schedule matters. */
const LOOKS = [1, 2, 5, 20, ROUNDS] as const;

/** The exact law behind Theorem 4.1: the chain of estimates, computed without simulation. */
export const exactChain = defineClaim<Retraining>({
  id: 'exact-chain',
  module: import.meta.url,
  group: 'many-rounds',
  title:
    'The mean squared distances of simulated runs to the knowledge center and to the truth are those of the exact chain',
  statements: ['thm4.1.bound'],
  kind: 'mean',
  decision: `The bounded means after rounds ${LOOKS.join(', ')} are bet on against the exact chain.`,
  domain: manyRounds,
  draws: 8,
  mutants: [
    'samples-reused',
    'real-data-kept',
    'cumulative-pooling',
    'proposals-counted',
    'clipping',
    'window-at-estimate',
    'allowance-is-sigma',
    'sigma-is-one',
  ],
  check({ setting, growth }, { world: { theory, simulator }, tier, errors, stream }) {
    const schedule = scheduleOf(growth);
    const { toCenter, toTruth } = theory.exactTrajectory(setting, schedule, ROUNDS);
    const ranges = { center: squaredDistanceRange(setting), truth: squaredErrorRange(setting) };
    const comparisons = LOOKS.flatMap((k) => [
      equals(`to θ_c, k = ${k}`, toCenter[k]!, tier.indifference * toCenter[k]!, ranges.center),
      equals(`to θ*, k = ${k}`, toTruth[k]!, tier.indifference * toTruth[k]!, ranges.truth),
    ]);
    const sds = comparisons.map(({ expected }) => squaredSpread(expected));
    const run = simulator.prepareRetraining(setting, schedule, ROUNDS);
    return decideMeans(
      comparisons,
      (replicate, out) => {
        const errorsOf = run.run(stream(replicate));
        LOOKS.forEach((k, i) => {
          out[2 * i] = errorsOf.toCenter[k]!;
          out[2 * i + 1] = errorsOf.toTruth[k]!;
        });
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, sds, errors.falseSupport) },
    );
  },
});
