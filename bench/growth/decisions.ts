import type { Errors } from '../../properties/engine/claim.ts';
import type { DrawnClaim } from '../../properties/engine/kinds/drawn-settings/claim.ts';
import { collapseGrowth } from '../../properties/verified-retraining/claims/collapse/collapse-growth.ts';
import { oneRoundExact } from '../../properties/verified-retraining/claims/one-round/one-round-exact.ts';
import type { OneRound } from '../../properties/verified-retraining/domains/one-round.ts';
import type { Retraining } from '../../properties/verified-retraining/domains/retraining.ts';
import { tiers } from '../../properties/verified-retraining/tiers.ts';
import { paperWorld } from '../../properties/verified-retraining/world.ts';
import { streamFamily } from '../../sim/random/stream.ts';
import { median } from '../harness/median.ts';
import type { Effort, Row, Table } from '../harness/part.ts';
import { meanOf, powerOf } from '../harness/slope.ts';
import { setting } from './setting.ts';

/** Seeds, each of which gives a power: their standard error says how well it is known. */
const SEEDS = 10;

/** Indifference zones as shares of the predicted value, at the usual error; and errors, at the quick tier's zone. */
const MARGINS = [0.1, 0.05, 0.025];
const SMOKE_MARGINS = [0.4, 0.2];
const ALPHAS = [1e-2, 1e-4, 1e-8, 1e-16];
const USUAL = { margin: 0.1, alpha: 1e-6 };

/** A claim about a bounded observable and one about unbounded ones, each on a setting of its domain. */
const held: readonly { claim: DrawnClaim; setting: unknown; observable: string }[] = [
  { claim: oneRoundExact, setting: { setting, kept: 10 } satisfies OneRound, observable: 'bounded' },
  {
    claim: collapseGrowth,
    setting: { setting, growth: { kind: 'constant', kept: 10 } } satisfies Retraining,
    observable: 'unbounded',
  },
];

/** Replicates that a claim takes to be supported, in the margin of its zone and in the error probability. */
export function decisionGrowth({ smoke }: Pick<Effort, 'smoke'>): Table[] {
  const seeds = Array.from({ length: smoke ? 1 : SEEDS }, (_, seed) => seed + 1);
  const few = <T>(values: readonly T[]) => (smoke ? values.slice(0, 2) : values);
  const rows = held.flatMap((each) => [
    row(
      each,
      'margin',
      smoke ? SMOKE_MARGINS : MARGINS,
      -2,
      (margin) => margin,
      (margin) => ({ ...USUAL, margin }),
    ),
    row(
      each,
      'ln 2/α',
      few(ALPHAS),
      1,
      (alpha) => Math.log(2 / alpha),
      (alpha) => ({ ...USUAL, alpha }),
    ),
  ]);
  return [
    {
      title: 'Growth: replicates until a claim is supported, by the decision that the suite uses',
      rows,
      notes: [
        `power: mean over ${seeds.length} seeds; theory: 2 ln(2/α)(σ/margin)², the 2 in 2/α for hedging (properties/engine/decide/replicates-to-support.ts)`,
      ],
    },
  ];

  function row(
    { claim, setting, observable }: (typeof held)[number],
    name: string,
    values: readonly number[],
    theory: number,
    size: (value: number) => number,
    options: (value: number) => typeof USUAL,
  ): Row {
    const replicates = seeds.map((seed) => values.map((value) => replicatesOf(claim, setting, seed, options(value))));
    const power = meanOf(replicates.map((each) => powerOf(values.map(size), each).slope));
    const medians = values.map((_, i) => median(replicates.map((each) => each[i]!)));
    return {
      claim: claim.id,
      observable,
      in: name,
      values: values.map((value) => Number(size(value).toPrecision(3))).join(', '),
      replicates: medians.join(', '),
      power: power.slope,
      'standard error': power.error,
      'between the last two': powerOf(values.slice(-2).map(size), medians.slice(-2)).slope,
      theory,
    };
  }
}

/** @throws Error when the claim is not supported: what it took would not be the cost of support. */
function replicatesOf(claim: DrawnClaim, setting: unknown, seed: number, { margin, alpha }: typeof USUAL): number {
  const streams = streamFamily(seed, claim.id, 0);
  const errors: Errors = { falseSupport: alpha, falseRefutation: 1e-9 };
  const { verdict, replicates } = claim.check(setting, {
    world: paperWorld,
    tier: { ...tiers[0]!, indifference: margin },
    errors,
    stream: (replicate) => streams.at(replicate),
    reflected: (replicate) => streams.reflectedAt(replicate),
  });
  if (verdict !== 'supported') throw new Error(`${claim.id} is ${verdict} at margin ${margin} and error ${alpha}`);
  return replicates;
}
