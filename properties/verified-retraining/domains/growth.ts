import * as fc from 'fast-check';
import { constant, geometric, type Schedule } from '../../../theory/verified-retraining/model.ts';
import { logUniform, logUniformWhole, type Range } from '../../engine/numbers.ts';

/** A schedule n_k as plain data, which is short in print and shrinks by its parameters. */
export type Growth =
  | { readonly kind: 'constant'; readonly kept: number }
  | { readonly kind: 'linear'; readonly first: number; readonly step: number }
  | { readonly kind: 'geometric'; readonly first: number; readonly ratio: number }
  | { readonly kind: 'random'; readonly kept: readonly number[] };

/** The kinds of growth. */
export type GrowthKind = Growth['kind'];

/** The schedule that a growth describes. */
export function scheduleOf(growth: Growth): Schedule {
  switch (growth.kind) {
    case 'constant':
      return constant(growth.kept);
    case 'linear':
      // Rounded, because n_k may grow by less than one sample a round.
      return (round) => Math.round(growth.first + growth.step * round);
    case 'geometric':
      return geometric(growth.first, growth.ratio);
    case 'random':
      return growth.kept;
  }
}

/** A growth in words: 'constant 100', 'linear 50 + 10 k', 'geometric 50 · 1.2^k'. */
export function growthInWords(growth: Growth): string {
  switch (growth.kind) {
    case 'constant':
      return `constant ${growth.kept}`;
    case 'linear':
      return `linear ${growth.first} + ${growth.step} k`;
    case 'geometric':
      return `geometric ${growth.first} · ${growth.ratio}^k`;
    case 'random':
      return `given ${growth.kept.join(', ')}`;
  }
}

/** The ranges that the parameters of a growth are drawn from. */
export interface GrowthShape {
  /** n₀, or each n_k of a constant or random schedule. */
  readonly first: Range;
  /** Samples added a round, or a fraction of one. Needed for 'linear'. */
  readonly step?: Range;
  /** Factor a round. Needed for 'geometric'. */
  readonly ratio?: Range;
  /** Rounds of a random schedule. Needed for 'random'. */
  readonly rounds?: number;
}

/**
 * Growths of one kind.
 * @throws RangeError when the shape lacks what the kind needs.
 */
export function growths(kind: GrowthKind, { first, step, ratio, rounds }: GrowthShape): fc.Arbitrary<Growth> {
  const kept = logUniformWhole(...first);
  if (kind === 'constant') return kept.map((value) => ({ kind, kept: value }));
  if (kind === 'linear' && step) return fc.record({ kind: fc.constant(kind), first: kept, step: logUniform(...step) });
  if (kind === 'geometric' && ratio)
    return fc.record({ kind: fc.constant(kind), first: kept, ratio: logUniform(...ratio) });
  if (kind === 'random' && rounds) {
    return fc.array(kept, { minLength: rounds, maxLength: rounds }).map((values) => ({ kind, kept: values }));
  }
  throw new RangeError(`growths('${kind}') lacks ${{ linear: 'step', geometric: 'ratio', random: 'rounds' }[kind]}`);
}
