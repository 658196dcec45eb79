import type { ErrorBudget } from '../../properties/engine/decide/error-budget.ts';
import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import type { ClaimReport } from '../model/claims.ts';
import { percent, short } from './numbers.ts';

/** What the budget lines are about: a run record, or the report of one. */
export type Budgeted = Pick<RunRecord, 'tier' | 'indifference' | 'budget'>;

/** The error budget of a run and its indifference zone, a sentence a line. */
export function budgetLines({ tier, indifference, budget }: Budgeted): string[] {
  const { falseRefutationOfRun, falseRefutationOfDraw, falseSupportOfClaim } = budget;
  return [
    `Error budget: if theory and simulator are right, the whole run refutes anything with probability at most ` +
      `${short(falseRefutationOfRun)} (${short(falseRefutationOfDraw)} a draw).`,
    `If a claim fails on a drawn setting by more than its indifference zone, it is called supported with probability at most ` +
      `${short(falseSupportOfClaim)}. Both hold wherever the sequential decisions stop; comparisons marked asymptotic have them in the limit, ` +
      `those marked normal if the effects are normal.`,
    `Indifference zone (${tier} tier): ${percent(indifference)} of the predicted value or effect.`,
    ...(budget.retraining === null ? [] : [retrainingLine(budget.retraining)]),
  ];
}

/** Retraining claims have a budget of their own: one observation is a whole run. */
function retrainingLine({ falseRefutationOfRun, falseSupportOfClaim }: ErrorBudget): string {
  return (
    `Retrained generators: on the fixed settings and over all replicates of them, anything true is refuted with probability at most ` +
    `${short(falseRefutationOfRun)}, and a claim that fails is called supported with probability at most ${short(falseSupportOfClaim)}, ` +
    `if effects are normal; an effect is indifferent between 0 and its smallest effect of interest.`
  );
}

/** What "supported on N draws" leaves open: the share of the domain on which a claim may still fail, from the fewest draws to the most. */
export function coverageLine(claims: readonly Pick<ClaimReport, 'draws' | 'mayFailOn'>[]): string {
  const drawn = claims.filter(({ mayFailOn }) => mayFailOn !== null);
  const byDraws = drawn.toSorted((a, b) => a.draws - b.draws);
  const fewest = byDraws[0];
  const most = byDraws.at(-1);
  if (fewest === undefined || most === undefined) return 'No claim was run on settings drawn from a domain.';
  const share = ({ draws, mayFailOn }: typeof fewest) => `${percent(mayFailOn)} for N = ${draws}`;
  return (
    `Supported on N draws: with confidence 95 % the claim fails on less than 1 − 0.05^(1/N) of its domain, as its generator ` +
    `draws it: ${share(fewest)}${most.draws > fewest.draws ? `, ${share(most)}` : ''}.`
  );
}
