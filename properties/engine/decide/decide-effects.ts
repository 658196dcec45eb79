import type { ComparisonOutcome, Errors, Outcome } from '../claim.ts';
import { type Effect, effectComparison } from './effects/effect.ts';
import { EffectDecision } from './effects/effect-decision.ts';
import { exactly, outcomeOf } from './exactly.ts';
import { testLevels } from './test-levels.ts';

export type { Effect } from './effects/effect.ts';

/** Error probabilities and cost of a decision about effects. */
export interface EffectsOptions extends Errors {
  /**
   * Number of replicates before the first look, ≥ 2; they are requested all at once. If effects are normal, the tests may be looked at from the
   * start. The more replicates there are, the less the decision depends on normality.
   */
  readonly leastReplicates: number;
  /** Number of replicates after which the decision is 'undecided'. */
  readonly maximumReplicates: number;
  /**
   * Number of replicates that are requested, after the first look, beyond the one that is waited for; 0 by default. They keep processors busy,
   * and they are dropped when the decision does not need them.
   */
  readonly ahead?: number;
}

/**
 * Decides effects from independent replicates by the safe t-test (Pérez-Ortiz, Lardy, de Heide & Grünwald 2024). The decision is refuted with the
 * first refuted effect, supported once all effects are, and undecided at the cap. An effect that is supported is no longer looked at.
 *
 * Guarantee: if effects are normal, of any variance, the two errors hold at every number of replicates and however often one looks.
 * falseRefutation is split equally over the refuting tests, falseSupport is not (test-levels.ts).
 *
 * Two exact comparisons guard the replicates. The first refutes when an effect is not finite. The second refutes when two replicates agree in all
 * effects: this has probability zero for independent replicates of a continuous effect, and it is certain for a replicate that is counted twice.
 * @param observe resolves to one number for each effect, for replicate number 0, 1, …. Replicates are requested in this order and looked at in this
 *   order, so that the decision does not depend on how fast they come. Errors of replicates that are looked at are passed on.
 * @throws RangeError for inconsistent effects or options, and for a replicate with another number of effects.
 */
export async function decideEffects(
  effects: readonly Effect[],
  observe: (replicate: number) => Promise<readonly number[]>,
  options: EffectsOptions,
): Promise<Outcome> {
  validate(effects, options);
  const { leastReplicates, maximumReplicates, ahead = 0 } = options;
  const comparisons = effects.map(effectComparison);
  const levels = testLevels(comparisons, options);
  const decisions = comparisons.map((comparison) => new EffectDecision(comparison, levels));
  const outcome = (replicates: number, guards: readonly ComparisonOutcome[]) =>
    outcomeOf([...guards, ...decisions.map((decision) => decision.outcome())], replicates);

  const requested: Promise<readonly number[]>[] = [];
  const seen = new Set<string>();
  for (let replicate = 0; ; replicate += 1) {
    const wanted = replicate < leastReplicates ? leastReplicates : replicate + 1 + ahead;
    while (requested.length < Math.min(wanted, maximumReplicates)) {
      const next = observe(requested.length);
      // A replicate that is dropped may fail unnoticed. One that is waited for still throws below.
      next.catch(() => {});
      requested.push(next);
    }
    const values = await requested[replicate]!;
    if (values.length !== effects.length) {
      throw new RangeError(`replicate ${replicate} has ${values.length} effects, ${effects.length} are decided`);
    }
    const notFinite = values.filter((value) => !Number.isFinite(value)).length;
    const replicates = replicate + 1;
    const distinct = seen.add(values.join()).size;
    const guards = [
      exactly('effects are finite', 0, notFinite, 0),
      exactly('replicates are independent', 0, replicates - distinct, 0),
    ];
    if (notFinite > 0 || distinct < replicates) return outcome(replicates, guards);
    for (const [index, decision] of decisions.entries()) decision.observe(values[index]!);
    if (replicates < leastReplicates) continue;
    const verdicts = decisions.map((decision) => decision.look());
    if (verdicts.includes('refuted') || !verdicts.includes('undecided') || replicates === maximumReplicates) {
      return outcome(replicates, guards);
    }
  }
}

function validate(effects: readonly Effect[], options: EffectsOptions): void {
  const { leastReplicates, maximumReplicates, ahead = 0 } = options;
  if (effects.length === 0) throw new RangeError('no effect is given: there is nothing to decide');
  const names = effects.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined) throw new RangeError(`two effects are named '${repeated}': names must differ`);
  for (const [name, value, least] of [
    ['leastReplicates', leastReplicates, 2],
    ['maximumReplicates', maximumReplicates, leastReplicates],
    ['ahead', ahead, 0],
  ] as const) {
    if (!(Number.isInteger(value) && value >= least)) {
      throw new RangeError(`${name} = ${value}: a whole number ≥ ${least} is needed`);
    }
  }
}
