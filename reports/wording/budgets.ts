import type { ErrorBudget } from '../../properties/engine/decide/error-budget.ts';
import type { RunRecord } from '../../properties/engine/evidence/evidence.ts';
import { REPLICATED_RUNS } from '../../properties/engine/kinds/replicated-runs/description.ts';
import type { ClaimReport } from '../model/claims.ts';
import { percent, short } from './numbers.ts';

/** Id of the kind of work whose claims draw their settings. */
const DRAWN_SETTINGS = 'drawn-settings';

/** What the budget lines are about: a run record, or the report of one. */
export type Budgeted = Pick<RunRecord, 'tier' | 'indifference' | 'budgets'>;

/** The error budgets of a run and its indifference zone, one sentence a line. */
export function budgetLines({ tier, indifference, budgets }: Budgeted): string[] {
  const { [DRAWN_SETTINGS]: drawn, [REPLICATED_RUNS]: replicated, ...others } = budgets;
  return [
    ...(drawn === undefined ? [] : drawnLines(drawn)),
    `Indifference zone (${tier} tier): ${percent(indifference)} of the predicted value or effect.`,
    ...(replicated === undefined ? [] : [replicatedLine(replicated)]),
    ...Object.entries(others).map(([kind, budget]) => `Error probabilities${budgetName(kind)}: ${errorsText(budget)}.`),
  ];
}

/** The claims that a budget is of, by its kind of work, for the end of a term; nothing for those that draw their settings. */
export function budgetName(kind: string): string {
  if (kind === DRAWN_SETTINGS) return '';
  return kind === REPLICATED_RUNS ? ' of replicated claims' : ` of the kind ${kind}`;
}

/** The error probabilities of a budget in a phrase. */
export function errorsText({ falseRefutationOfRun, falseSupportOfClaim }: ErrorBudget): string {
  return `at most ${short(falseRefutationOfRun)} that anything true is refuted, ${short(falseSupportOfClaim)} that a claim that fails is called supported`;
}

function drawnLines({ falseRefutationOfRun, falseRefutationOfSetting, falseSupportOfClaim }: ErrorBudget): string[] {
  return [
    `Error budget: if theory and simulator are right, the whole run refutes anything with probability at most ` +
      `${short(falseRefutationOfRun)} (${short(falseRefutationOfSetting)} a setting).`,
    `If a claim fails on a drawn setting by more than its indifference zone, it is called supported with probability at most ` +
      `${short(falseSupportOfClaim)}. Both hold wherever the sequential decisions stop; comparisons marked asymptotic have them in the limit, ` +
      `those marked normal if the effects are normal.`,
  ];
}

/** Replicated claims have a budget of their own: one observation is a whole run. */
function replicatedLine({ falseRefutationOfRun, falseSupportOfClaim }: ErrorBudget): string {
  return (
    `Replicated claims: on the fixed settings and over all replicates of them, anything true is refuted with probability at most ` +
    `${short(falseRefutationOfRun)}, and a claim that fails is called supported with probability at most ${short(falseSupportOfClaim)}, ` +
    `if effects are normal; an effect is indifferent between 0 and its smallest effect of interest.`
  );
}

/** What "supported on N settings" leaves open: the share of the domain on which a claim may still fail, from the fewest settings to the most. */
export function coverageLine(claims: readonly Pick<ClaimReport, 'settings' | 'mayFailOn'>[]): string {
  const drawn = claims.filter(({ mayFailOn }) => mayFailOn !== null);
  const bySettings = drawn.toSorted((a, b) => a.settings - b.settings);
  const fewest = bySettings[0];
  const most = bySettings.at(-1);
  if (fewest === undefined || most === undefined) return 'No claim was run on settings drawn from a domain.';
  const share = ({ settings, mayFailOn }: typeof fewest) => `${percent(mayFailOn)} for N = ${settings}`;
  return (
    `Supported on N drawn settings: with confidence 95 % the claim fails on less than 1 − 0.05^(1/N) of its domain, as its generator ` +
    `draws it: ${share(fewest)}${most.settings > fewest.settings ? `, ${share(most)}` : ''}.`
  );
}
