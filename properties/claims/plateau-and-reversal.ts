import * as fc from 'fast-check';
import { geometric, type Setting } from '../../theory/model.ts';
import { baselineError, bias, regimeOf } from '../../theory/regimes.ts';
import { defineClaim } from '../claim.ts';
import { equals, isAbove } from '../decide/comparison.ts';
import { decideMeans } from '../decide/decide-means.ts';
import { logUniformWhole, uniform } from '../domains/numbers.ts';
import { settings } from '../domains/settings.ts';
import { maximumReplicates } from './replicates.ts';

interface Growth {
  readonly setting: Setting;
  readonly kept: number;
  readonly ratio: number;
}

/** Rounds after which ρ^k < 0.03 for the widest window drawn, R/σ = 1.8, ρ = 0.694: the error has all but arrived at Δ². */
const ROUNDS = 10;
/** Rounds over which an arrived error must stay where it is. */
const PLATEAU = 2;
/** Few real samples make the baseline, and with it every effect, large against the window. */
const REAL_SAMPLES = 12;

const regime = (name: 'mild' | 'strong', low: number, high: number) => ({
  name,
  settings: ({ maximumDimension }: { maximumDimension: number }) =>
    fc.record({
      setting: settings({
        dimension: [1, Math.min(maximumDimension, 3)],
        realSamples: [REAL_SAMPLES, REAL_SAMPLES],
        halfWidth: [1.4, 1.8],
        bias: [low, high],
        biasUnit: 'baseline',
        rotated: true,
      }),
      kept: logUniformWhole(10 * REAL_SAMPLES, 20 * REAL_SAMPLES),
      ratio: uniform(1.1, 1.2),
    }),
  holds: ({ setting, kept }: Growth) => regimeOf(setting, kept) === name,
});

export const plateauAndReversal = defineClaim<Growth>({
  id: 'plateau-and-reversal',
  group: 'regimes',
  title: 'Early gains of a biased verifier turn back and level off at Δ² where the exact chain predicts it',
  statements: ['regimes.plateau-and-reversal'],
  kind: 'ordering',
  decision:
    'paired differences of the error at the predicted best round, at the start and in the end, with effects from the exact chain',
  domain: {
    description:
      '0.8 s to 1.4 s of bias, R/σ from 1.4 to 1.8 (for smaller biases the turn is too slight to matter), n_0 from ten to twenty times the 12 real samples, growing by 10 to 20 % a round; p ≤ 3',
    regimes: [regime('mild', 0.8, 0.97), regime('strong', 1.05, 1.4)],
  },
  draws: 6,
  mutants: ['accept-everything', 'labels-from-truth', 'window-at-estimate'],
  check({ setting, kept, ratio }, trial) {
    const schedule = geometric(kept, ratio);
    const { toTruth } = trial.world.theory.exactTrajectory(setting, schedule, ROUNDS);
    const best = toTruth.indexOf(Math.min(...toTruth));
    const baseline = baselineError(setting);
    const gain = baseline - toTruth[best]!;
    const reversal = toTruth[ROUNDS]! - toTruth[best]!;
    const change = toTruth[ROUNDS]! - toTruth[ROUNDS - PLATEAU]!;
    const zone = trial.tier.indifference * reversal;
    const reach =
      setting.thetaStar.length * (setting.radius + setting.noiseAllowance + bias(setting)) ** 2 * (1 + 1e-9);
    const comparisons = [
      isAbove(`gain until round ${best}`, 0, gain, trial.tier.indifference, [baseline - reach, baseline]),
      isAbove(`reversal from round ${best} to ${ROUNDS}`, 0, reversal, trial.tier.indifference, [-reach, reach]),
      // Far smaller than its range, so that a bounded test would be slow: decided as unbounded.
      equals(`change over the last ${PLATEAU} rounds`, change, zone),
    ];
    const spreads = [
      { sd: Math.SQRT2 * toTruth[best]!, margin: gain, range: [baseline - reach, baseline] as const },
      { sd: 2 * toTruth[ROUNDS]!, margin: reversal, range: [-reach, reach] as const },
      // Late errors vary by their synthetic noise alone, about 2Δ·2σ√(ρ/n), which is a fifth of Δ² for Δ ≥ 0.9σ/√12 and n ≥ 500.
      { sd: toTruth[ROUNDS]! / 5, margin: zone },
    ];
    const run = trial.world.simulator.prepareRetraining(setting, schedule, ROUNDS, {});
    return decideMeans(
      comparisons,
      (replicate, out) => {
        const errors = run.run(trial.stream(replicate)).toTruth;
        out[0] = baseline - errors[best]!;
        out[1] = errors[ROUNDS]! - errors[best]!;
        out[2] = errors[ROUNDS]! - errors[ROUNDS - PLATEAU]!;
      },
      { ...trial.errors, maximumReplicates: maximumReplicates(trial.errors.falseSupport, spreads) },
    );
  },
});
