import * as fc from 'fast-check';
import type { Setting } from '../../../../theory/verified-retraining/model.ts';
import type { Claim } from '../../../engine/claim.ts';
import { equals, isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { exactly, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Trial } from '../../../engine/kinds/drawn-settings/claim.ts';
import { defineClaim } from '../../drawn-claim.ts';
import type { World } from '../../world.ts';
import { squaredSpread } from '../ranges.ts';

/** One run, whose mean squared error to θ* after `rounds` rounds is looked at. After 0 rounds the error is the baseline. */
export interface PinnedRun {
  readonly name: string;
  readonly setting: Setting;
  readonly schedule: readonly number[];
  readonly rounds: number;
  readonly verified: boolean;
}

/** A loose wording of the paper, and the cell, a fixed setting with its runs, in which the wording is false. */
export interface PinnedCell {
  /** Id of the loose statement in the manifest. */
  readonly statement: string;
  /** Mutants that change the sign of a difference in the cell, or one of its errors. */
  readonly mutants: readonly string[];
  /** Pairs of runs: the wording says that the error of `larger` is the smaller one, or no larger, and that is false. */
  readonly orders: readonly { readonly larger: PinnedRun; readonly smaller: PinnedRun }[];
  /** Exact errors as decimals; the tolerance is half a unit of the last digit. */
  readonly figures: readonly { readonly arm: PinnedRun; readonly error: string }[];
}

/**
 * The claim that a wording is false in its cell.
 * @param module address of the module that the cell is written in
 */
export function counterexample(cell: PinnedCell, module: string): Claim {
  const name = cell.statement.replace('loose.', '');
  const wording = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
  return defineClaim<PinnedCell>({
    id: `not-${name}`,
    module,
    group: 'counterexamples',
    title: `“${wording}” is false when said without conditions`,
    statements: [cell.statement],
    kind: 'ordering',
    decision:
      'Exact errors equal the pinned ones; the larger error and the sign of the difference are simulated. The difference is far smaller than its range, so it is decided as unbounded, asymptotically.',
    domain: {
      description: 'One pinned cell: p = 1, σ = 1, σ_c = √(2/π), μ² = n₀.',
      strata: [{ name: 'pinned', settings: () => fc.constant(cell), holds: () => true }],
      pinned: true,
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

function exactError({ setting, schedule, rounds, verified }: PinnedRun, { world: { theory } }: Trial<World>): number {
  return verified
    ? theory.exactTrajectory(setting, schedule, rounds).toTruth[rounds]!
    : theory.unverifiedError(setting, schedule, rounds)[rounds]!;
}

/** Simulates two runs from the same θ̂₀. The baseline is the number E‖θ̂₀−θ*‖² and is not simulated. */
function decideOrder({ larger, smaller }: PinnedCell['orders'][number], trial: Trial<World>) {
  const { indifference } = trial.tier;
  const [expected, other] = [exactError(larger, trial), exactError(smaller, trial)];
  const difference = isAbove(`${larger.name} less ${smaller.name}`, 0, expected - other, indifference);
  const error = equals(`error, ${larger.name}`, expected, indifference * expected);
  // By the sign alone it takes long to tell a world without the effect from a world with a little of it. The error itself tells them apart.
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

/** Squared errors of a run by replicate. */
function errors(
  { setting, schedule, rounds, verified }: PinnedRun,
  trial: Trial<World>,
): (replicate: number) => number {
  const { theory, simulator } = trial.world;
  if (rounds === 0) return () => theory.baselineError(setting);
  const run = simulator.prepareRetraining(setting, schedule, rounds, { verified });
  return (replicate) => run.run(trial.stream(replicate)).toTruth[rounds]!;
}
