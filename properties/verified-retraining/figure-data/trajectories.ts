import { meanAbsoluteNoise, type Setting } from '../../../theory/verified-retraining/model.ts';
import { estimates } from '../../engine/kinds/figure-data/estimates.ts';
import { type Growth, growthInWords, scheduleOf } from '../domains/growth.ts';
import { defineFigureData, replicatesOf } from './define.ts';
import type { Trajectories } from './record.ts';

const ROUNDS = 15;

/** Strict to lenient: ρ = 0.22, 0.45, 0.69 a round. */
const RADII = [0.05, 0.5, 1];

/** Constant n_k, on which the error levels off, and growing ones, on which it goes on falling as 1/n_k does: thirteenfold over the rounds. */
const GROWTHS: readonly Growth[] = [
  { kind: 'constant', kept: 100 },
  { kind: 'geometric', first: 100, ratio: 1.2 },
];

const SERIES = RADII.flatMap((radius) => GROWTHS.map((growth) => ({ radius, growth })));

/** Two directions, Δ = σ as in the paper's experiment of many rounds, and its 100 real samples. */
const settingOf = (radius: number): Setting => ({
  thetaStar: [0, 0],
  knowledgeCenter: [0.6, 0.8],
  radius,
  noise: 1,
  noiseAllowance: meanAbsoluteNoise(1),
  singularValues: [10, 10],
});

/** How the distance to the knowledge center shrinks, by selectivity and schedule. */
export const trajectories = defineFigureData<Trajectories['series'][number]>({
  id: 'trajectories',
  claims: ['exact-chain', 'convergence-bound'],
  cells: SERIES.length,
  cell(index, { world: { theory, simulator }, tier, stream }) {
    const { radius, growth } = SERIES[index]!;
    const setting = settingOf(radius);
    const schedule = scheduleOf(growth);
    const run = simulator.prepareRetraining(setting, schedule, ROUNDS);
    return {
      setting,
      radius,
      schedule: growthInWords(growth),
      exact: theory.exactTrajectory(setting, schedule, ROUNDS).toCenter,
      bound: theory.distanceToCenterBound(setting, schedule, ROUNDS),
      simulated: estimates(ROUNDS + 1, replicatesOf(tier), (replicate, out) =>
        out.set(run.run(stream(replicate)).toCenter),
      ),
    };
  },
  merge: (series, { tier }) => ({
    replicates: replicatesOf(tier),
    series,
  }),
});
