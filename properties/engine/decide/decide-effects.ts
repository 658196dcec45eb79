import { exactly, outcomeOf } from './exactly.ts';
import type { ComparisonOutcome, Errors, Outcome } from '../claim.ts';
import { type Effect, effectComparison } from './effect.ts';
import { EffectDecision } from './effect-decision.ts';

export type { Effect } from './effect.ts';

/** Error probabilities and cost of a decision about effects. */
export interface EffectsOptions extends Errors {
  /**
   * Replicates before the first look, ≥ 2; requested all at once. The tests may be looked at from the start if effects are normal; the more
   * there are, the less depends on that.
   */
  readonly leastReplicates: number;
  /** Replicates after which the decision is 'undecided'. */
  readonly maximumReplicates: number;
  /** Replicates requested, after the first look, beyond the one waited for: they keep processors busy and are dropped if not needed. 0 by default. */
  readonly ahead?: number;
}

/**
 * Decides effects from independent replicates: refuted with the first refuted effect, supported once all are, undecided at the cap. An
 * effect already supported is no longer looked at. Effects are assumed to be normal.
 * falseRefutation is split equally over the refuting tests; falseSupport needs no split (all effects must be supported).
 *
 * Two exact comparisons guard the replicates: it refutes that an effect is not finite, or that two replicates agree in all effects, which
 * has probability zero for independent replicates of a continuous effect and certainty for one counted twice.
 * @param observe resolves to one number an effect, for replicate number 0, 1, …, requested in this order; its replicates are looked at
 *   in this order too, so the decision does not depend on how fast they come. Errors of replicates that are looked at are passed on.
 * @throws RangeError for inconsistent effects or options, and for a replicate of another length.
 */
export async function decideEffects(
  effects: readonly Effect[],
  observe: (replicate: number) => Promise<readonly number[]>,
  options: EffectsOptions,
): Promise<Outcome> {
  validate(effects, options);
  const { falseSupport, falseRefutation, leastReplicates, maximumReplicates, ahead = 0 } = options;
  const comparisons = effects.map(effectComparison);
  const refutingTests = comparisons.reduce((sum, { above, below }) => sum + (above ? 1 : 0) + (below ? 1 : 0), 0);
  const levels = { support: falseSupport, refute: falseRefutation / refutingTests };
  const decisions = comparisons.map((comparison) => new EffectDecision(comparison, levels));
  const outcome = (replicates: number, guards: readonly ComparisonOutcome[]) =>
    outcomeOf([...guards, ...decisions.map((decision) => decision.outcome())], replicates);

  const requested: Promise<readonly number[]>[] = [];
  const seen = new Set<string>();
  for (let replicate = 0; ; replicate += 1) {
    const wanted = replicate < leastReplicates ? leastReplicates : replicate + 1 + ahead;
    while (requested.length < Math.min(wanted, maximumReplicates)) {
      const next = observe(requested.length);
      // One that is dropped may fail unheard; one that is waited for below still throws there.
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
  const { falseSupport, falseRefutation, leastReplicates, maximumReplicates, ahead = 0 } = options;
  if (effects.length === 0) throw new RangeError('no effect is given: there is nothing to decide');
  const names = effects.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) < index);
  if (repeated !== undefined) throw new RangeError(`two effects are named '${repeated}': names must differ`);
  for (const [name, value] of Object.entries({ falseSupport, falseRefutation })) {
    if (!(value > 0 && value < 1)) throw new RangeError(`${name} = ${value}: a probability in (0, 1) is needed`);
  }
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
