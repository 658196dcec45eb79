import { constant, meanAbsoluteNoise, type Setting } from '../../../theory/verified-retraining/model.ts';
import { estimates } from '../../engine/kinds/figure-data/estimates.ts';
import { defineFigureData, replicatesOf } from './define.ts';
import type { Landscape } from './record.ts';

/** n₀ and the kept-set size, of the paper's experiment. */
const SAMPLES = 100;

/**
 * |Δ|/σ and r/σ. Δ*(r)/σ is 0.11 up to r/σ = 0.5 and falls to 0 at 0.84, where ρ + ρ² = 1: the grid has cells on both sides of it at each r up to
 * there, and then only cells that no bias improves.
 */
const BIASES = Array.from({ length: 13 }, (_, k) => k / 50);
const RADII = Array.from({ length: 14 }, (_, k) => (2 * k) / 25);

/** r/σ on a finer grid over the same range, on which the boundary looks like the curve it is. */
const FINE_RADII = Array.from({ length: 105 }, (_, k) => k / 100);

const settingOf = (bias: number, radius: number): Setting => ({
  thetaStar: [0],
  knowledgeCenter: [bias],
  radius,
  noise: 1,
  noiseAllowance: meanAbsoluteNoise(1),
  singularValues: [Math.sqrt(SAMPLES)],
});

/** What one round does to the squared error, over bias and selectivity. */
export const landscape = defineFigureData<Landscape['cells'][number]>({
  id: 'landscape',
  claims: ['one-round-exact', 'gain-sign'],
  cells: BIASES.length * RADII.length,
  cell(index, { world: { theory, simulator }, tier, stream }) {
    const bias = BIASES[index % BIASES.length]!;
    const radius = RADII[Math.floor(index / BIASES.length)]!;
    const setting = settingOf(bias, radius);
    const { exact, leadingOrder, baseline } = theory.oneRoundMse(setting, SAMPLES);
    const change = (error: number) => (error - baseline) / baseline;
    const run = simulator.prepareRetraining(setting, constant(SAMPLES), 1);
    const [simulated] = estimates(1, replicatesOf(tier), (replicate, out) => {
      out[0] = change(run.run(stream(replicate)).toTruth[1]!);
    });
    return { bias, radius, exact: change(exact), leadingOrder: change(leadingOrder), ...simulated! };
  },
  merge: (cells, { world: { theory }, tier }) => ({
    replicates: replicatesOf(tier),
    realSamples: SAMPLES,
    kept: SAMPLES,
    cells,
    boundary: FINE_RADII.map((radius) => ({
      radius,
      bias: theory.improvementBoundary(settingOf(0, radius), SAMPLES),
    })),
  }),
});
