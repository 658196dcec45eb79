import { defineClaim } from '../claim.ts';
import { equals } from '../decide/comparison.ts';
import { decideMeans } from '../decide/decide-means.ts';
import { scheduleOf } from '../domains/growth.ts';
import { manyRounds, type Retraining, ROUNDS } from '../domains/retraining.ts';
import { squaredDistanceRange } from './center-ranges.ts';
import { squaredErrorRange } from './ranges.ts';
import { maximumReplicates } from './replicates.ts';

/** Rounds looked at: early ones by each, late ones where only the schedule is left to see. */
const LOOKS = [1, 2, 5, 20, ROUNDS] as const;

/** The exact law behind Theorem 4.1: the chain of accepted means, computed without simulation. */
export const exactChain = defineClaim<Retraining>({
  id: 'exact-chain',
  group: 'many-rounds',
  title:
    'The mean squared distances of simulated runs to the knowledge center and to the truth are those of the exact chain.',
  statements: ['thm4.1.bound'],
  kind: 'mean',
  decision: `Betting on the bounded means after rounds ${LOOKS.join(', ')}, against the exact chain.`,
  domain: manyRounds,
  draws: 4,
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
    const spreads = LOOKS.flatMap((k) => [
      { name: `to θ_c, k = ${k}`, predicted: toCenter[k]!, range: ranges.center },
      { name: `to θ*, k = ${k}`, predicted: toTruth[k]!, range: ranges.truth },
    ]).map((look) => ({
      ...look,
      margin: tier.indifference * look.predicted,
      // A squared distance in Gaussian directions has an sd of at most √2 times its mean.
      sd: Math.SQRT2 * look.predicted,
    }));
    const run = simulator.prepareRetraining(setting, schedule, ROUNDS);
    return decideMeans(
      spreads.map(({ name, predicted, margin, range }) => equals(name, predicted, margin, range)),
      (replicate, out) => {
        const errorsOf = run.run(stream(replicate));
        LOOKS.forEach((k, i) => {
          out[2 * i] = errorsOf.toCenter[k]!;
          out[2 * i + 1] = errorsOf.toTruth[k]!;
        });
      },
      { ...errors, maximumReplicates: maximumReplicates(errors.falseSupport, spreads) },
    );
  },
});
