import * as fc from 'fast-check';
import { baselineError } from '../../../../theory/verified-retraining/regimes.ts';
import { type Claim, defineClaim, type Trial } from '../../../engine/claim.ts';
import { equals, isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import { exactly, outcomeOf } from '../../../engine/decide/exactly.ts';
import { type Arm, type Pinned, pinned } from './pinned.ts';
import { squaredSpread } from '../ranges.ts';

/** One claim for each loose wording of the paper: in its cell the wording is false. */
export const counterexamples: readonly Claim[] = pinned.map(counterexample);

function counterexample(cell: Pinned): Claim {
  const name = cell.statement.replace('loose.', '');
  const wording = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
  return defineClaim<Pinned>({
    id: `not-${name}`,
    group: 'counterexamples',
    title: `“${wording}” is false when said without conditions`,
    statements: [cell.statement],
    kind: 'ordering',
    decision:
      'Exact errors against the pinned figures, and simulated: the larger error and the sign of the difference, far smaller than its range and hence decided as unbounded, asymptotically.',
    domain: {
      description: 'One pinned cell: p = 1, σ = 1, σ_c = √(2/π), μ² = n₀.',
      regimes: [{ name: 'pinned', settings: () => fc.constant(cell), holds: () => true }],
    },
    draws: 1,
    mutants: cell.mutants,
    check(_, trial) {
      const figures = cell.figures.map(({ arm, error }) => {
        const halfUnit = 0.5 * 10 ** -(error.length - '0.'.length);
        return exactly(`exact error, ${arm.name}`, Number(error), exactError(arm, trial), halfUnit * (1 + 1e-9));
      });
      const orders = cell.orders.map((order) => decideOrder(order, trial));
      const replicates = orders.reduce((sum, decision) => sum + decision.replicates, 0);
      return outcomeOf([...figures, ...orders.flatMap(({ comparisons }) => comparisons)], replicates);
    },
  });
}

function exactError({ setting, schedule, rounds, verified }: Arm, { world: { theory } }: Trial): number {
  return verified
    ? theory.exactTrajectory(setting, schedule, rounds).toTruth[rounds]!
    : theory.unverifiedError(setting, schedule, rounds)[rounds]!;
}

/** Simulates two arms from the same θ̂₀; the baseline is a number, E‖θ̂₀−θ*‖², and is not simulated. */
function decideOrder({ larger, smaller }: Pinned['orders'][number], trial: Trial) {
  const { indifference } = trial.tier;
  const [expected, other] = [exactError(larger, trial), exactError(smaller, trial)];
  const difference = isAbove(`${larger.name} less ${smaller.name}`, 0, expected - other, indifference);
  const error = equals(`error, ${larger.name}`, expected, indifference * expected);
  // The sign alone is slow to tell a world without the effect from one with a little of it; the error itself is not.
  const comparisons = larger.rounds === 0 ? [difference] : [difference, error];
  const sds = [squaredSpread(expected) + squaredSpread(other), squaredSpread(expected)].slice(0, comparisons.length);
  const [errorOfLarger, errorOfSmaller] = [errors(larger, trial), errors(smaller, trial)];
  return decideMeans(
    comparisons,
    (replicate, out) => {
      const observed = errorOfLarger(replicate);
      out[0] = observed - errorOfSmaller(replicate);
      if (out.length > 1) out[1] = observed;
    },
    { ...trial.errors, maximumReplicates: maximumReplicates(comparisons, sds, trial.errors.falseSupport) },
  );
}

/** Squared errors of an arm by replicate. */
function errors({ setting, schedule, rounds, verified }: Arm, trial: Trial): (replicate: number) => number {
  if (rounds === 0) return () => baselineError(setting);
  const run = trial.world.simulator.prepareRetraining(setting, schedule, rounds, { verified });
  return (replicate) => run.run(trial.stream(replicate)).toTruth[rounds]!;
}
