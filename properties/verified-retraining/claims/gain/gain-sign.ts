import { constant } from '../../../../theory/verified-retraining/model.ts';
import { isAbove } from '../../../engine/decide/comparison.ts';
import { decideMeans } from '../../../engine/decide/decide-means.ts';
import { holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { maximumReplicates } from '../../../engine/decide/replicates-to-support.ts';
import type { Range } from '../../../engine/numbers.ts';
import { gains } from '../../domains/gains.ts';
import type { OneRound } from '../../domains/one-round.ts';
import { defineClaim } from '../../drawn-claim.ts';
import { squaredErrorRange, squaredSpread } from '../ranges.ts';

export const gainSign = defineClaim<OneRound>({
  id: 'gain-sign',
  module: import.meta.url,
  group: 'gain',
  title:
    'One verified round lowers the error when Δ < Δ*, raises it when Δ > Δ*, and raises it at any Δ when n₁ is too small for a boundary',
  statements: ['thm3.1.gain-sign'],
  kind: 'sign',
  decision:
    'The exact gain over the baseline has the sign that Δ* says; the simulated gain is bounded, and is proven to have that sign.',
  domain: gains,
  draws: 30,
  mutants: ['accept-everything', 'accept-complement', 'window-at-estimate', 'verifier-at-origin'],
  check({ setting, kept }, { world: { theory, simulator }, tier, errors, stream }) {
    const { exact, baseline } = theory.oneRoundMse(setting, kept);
    const boundary = theory.improvementBoundary(setting, kept);
    const sign = boundary !== null && theory.bias(setting) < boundary ? 1 : -1;
    const effect = sign * (baseline - exact);
    const agrees = holds(sign > 0 ? 'exact gain' : 'exact loss', effect, [0, Number.POSITIVE_INFINITY]);
    if (agrees.verdict === 'refuted') return outcomeOf([agrees], 0);
    const [low, high] = squaredErrorRange(setting);
    const range: Range = sign > 0 ? [baseline - high, baseline - low] : [low - baseline, high - baseline];
    const name = sign > 0 ? 'simulated gain' : 'simulated loss';
    const comparisons = [isAbove(name, 0, effect, tier.indifference, range)];
    const run = simulator.prepareRetraining(setting, constant(kept), 1);
    const decision = decideMeans(
      comparisons,
      (replicate, out) => {
        out[0] = sign * (baseline - run.run(stream(replicate)).toTruth[1]!);
      },
      { ...errors, maximumReplicates: maximumReplicates(comparisons, [squaredSpread(exact)], errors.falseSupport) },
    );
    return outcomeOf([agrees, ...decision.comparisons], decision.replicates);
  },
});
