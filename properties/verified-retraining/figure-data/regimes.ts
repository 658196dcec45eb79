import { meanAbsoluteNoise, type Setting } from '../../../theory/verified-retraining/model.ts';
import { estimates } from '../../engine/kinds/figure-data/estimates.ts';
import { type Growth, growthInWords, scheduleOf } from '../domains/growth.ts';
import { defineFigureData, replicatesOf } from './define.ts';
import type { Regimes } from './record.ts';

const ROUNDS = 15;

/** Few real samples make the baseline B = σ²/20 large against synthetic noise. */
const REAL_SAMPLES = 20;

/** n_k from ten times the real samples on: the paper's regimes are those of fast growing n_k. */
const GROWTH: Growth = { kind: 'geometric', first: 10 * REAL_SAMPLES, ratio: 1.2 };

/**
 * Bias in units of s = √B. An unbiased verifier, one below s, which ends under the baseline after a dip to under it, and one beyond Δ* ≈ 2 s, which is
 * above it from the first round.
 */
const SERIES = [
  { regime: 'unbiased', bias: 0, verified: true },
  { regime: 'mildly biased', bias: 0.8, verified: true },
  { regime: 'strongly biased', bias: 3, verified: true },
  { regime: 'unverified', bias: 0, verified: false },
] as const;

/** r/σ = 0.8, so ρ = 0.6: slow enough for the dip to take several rounds. */
const settingOf = (bias: number): Setting => ({
  thetaStar: [0],
  knowledgeCenter: [bias / Math.sqrt(REAL_SAMPLES)],
  radius: 0.8,
  noise: 1,
  noiseAllowance: meanAbsoluteNoise(1),
  singularValues: [Math.sqrt(REAL_SAMPLES)],
});

/** How the error changes by round in the three regimes, and without a verifier. */
export const regimes = defineFigureData<Regimes['series'][number]>({
  id: 'regimes',
  claims: ['three-regimes', 'collapse-growth'],
  cells: SERIES.length,
  cell(index, { world: { theory, simulator }, tier, stream }) {
    const { regime, bias, verified } = SERIES[index]!;
    const setting = settingOf(bias);
    const schedule = scheduleOf(GROWTH);
    const run = simulator.prepareRetraining(setting, schedule, ROUNDS, { verified });
    return {
      setting,
      schedule: growthInWords(GROWTH),
      regime,
      exact: verified
        ? theory.exactTrajectory(setting, schedule, ROUNDS).toTruth
        : theory.unverifiedError(setting, schedule, ROUNDS),
      simulated: estimates(ROUNDS + 1, replicatesOf(tier), (replicate, out) =>
        out.set(run.run(stream(replicate)).toTruth),
      ),
    };
  },
  merge: (series, { tier }) => ({
    replicates: replicatesOf(tier),
    series,
  }),
});
