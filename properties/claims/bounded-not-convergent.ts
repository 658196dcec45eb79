import * as fc from 'fast-check';
import { geometric, type Setting } from '../../theory/model.ts';
import { defineClaim } from '../claim.ts';
import { atMost, equals } from '../decide/comparison.ts';
import { decideMeans } from '../decide/decide-means.ts';
import { logUniformWhole, uniform } from '../domains/numbers.ts';
import { settings } from '../domains/settings.ts';
import type { Tier } from '../tier.ts';
import { maximumReplicates } from './replicates.ts';

interface Summable {
  readonly setting: Setting;
  readonly kept: number;
  readonly ratio: number;
}

/** Rounds simulated; at a ratio of 1.4 or more the later ones add less than 7 % of Σ1/n_i. */
const ROUNDS = 8;
/** Rounds after which a ratio of 1.4 has left 1e-10 of Σ1/n_i to come: the limit, for every purpose here. */
const LIMIT = 70;

const regime = (name: string, low: number, high: number) => ({
  name,
  settings: ({ maximumDimension }: Tier) =>
    fc.record({
      setting: settings({
        dimension: [1, maximumDimension],
        realSamples: [20, 60],
        halfWidth: [1, 2],
        bias: [0, 1],
        rotated: true,
      }),
      kept: logUniformWhole(5, 15),
      ratio: uniform(low, high),
    }),
  holds: ({ ratio }: Summable) => ratio >= low && ratio <= high,
});

export const boundedNotConvergent = defineClaim<Summable>({
  id: 'bounded-not-convergent',
  group: 'collapse',
  title:
    'Without a verifier and with Σ1/n_k < ∞ the error stays below σ²(Σμ⁻² + pΣ1/n_i), yet ends above where it began',
  statements: ['collapse.bounded-not-convergent'],
  kind: 'inequality',
  decision:
    'simulated error at the last round against the limit of the formula, and its paired rise since round 0 against σ²pΣ1/n_i (unbounded, hence asymptotic)',
  domain: {
    description:
      'unverified block design, n_k growing by 40 to 100 % a round from 5 to 15, so that Σ1/n_k is finite and matters',
    regimes: [regime('slow growth', 1.4, 1.6), regime('fast growth', 1.7, 2)],
  },
  draws: 6,
  mutants: ['pooled-growth', 'cumulative-pooling', 'labels-from-truth', 'sigma-is-one'],
  check({ setting, kept, ratio }, trial) {
    const errors = trial.world.theory.unverifiedError(setting, geometric(kept, ratio), LIMIT);
    const [start, last, limit] = [errors[0]!, errors[ROUNDS]!, errors[LIMIT]!];
    const rise = last - start;
    const zone = trial.tier.indifference * rise;
    const comparisons = [
      atMost('error after the last round, at most the limit', limit, trial.tier.indifference * limit, last),
      equals('rise since round 0', rise, zone),
    ];
    // The rise is |a+d|² − |a|² = 2aᵀd + |d|²: its variance is at most 4·start·rise + 2·rise².
    const spreads = [
      { sd: Math.SQRT2 * last, margin: trial.tier.indifference * limit },
      { sd: Math.sqrt(4 * start * rise + 2 * rise ** 2), margin: zone },
    ];
    const run = trial.world.simulator.prepareRetraining(setting, geometric(kept, ratio), ROUNDS, { verified: false });
    return decideMeans(
      comparisons,
      (replicate, out) => {
        const { toTruth } = run.run(trial.stream(replicate));
        out[0] = toTruth[ROUNDS]!;
        out[1] = toTruth[ROUNDS]! - toTruth[0]!;
      },
      { ...trial.errors, maximumReplicates: maximumReplicates(trial.errors.falseSupport, spreads) },
    );
  },
});
