import { constant, meanAbsoluteNoise, type Setting } from '../../../theory/verified-retraining/model.ts';
import { windows } from '../../../theory/verified-retraining/window.ts';
import { estimates } from '../../engine/kinds/figure-data/estimates.ts';
import type { Estimate } from '../../engine/kinds/figure-data/record.ts';
import { KNOWN } from '../domains/known-start.ts';
import { defineFigureData, replicatesOf } from './define.ts';

const ROUNDS = 12;

/** Labels accepted in a round: E T(θ̂) is then within Var(θ̂)·sup|T″|/2 < 0.002 of T(E θ̂), so that the path follows the map to the eye. */
const KEPT = 100;

/** θ_c = 0, Δ = r = σ: the truth is on the edge of what the verifier knows. ρ = 0.69. */
const settingFrom = (truth: number, realSamples: number): Setting => ({
  thetaStar: [truth],
  knowledgeCenter: [0],
  radius: 1,
  noise: 1,
  noiseAllowance: meanAbsoluteNoise(1),
  singularValues: [Math.sqrt(realSamples)],
});

const SETTING = settingFrom(1, KEPT);

/** u from −2 to 2: past the edges of the window at ±1.8. */
const GRID = Array.from({ length: 41 }, (_, k) => (k - 20) / 10);

/** One cell for each u, whose round starts there because its real samples are without number, and one for the path. */
export const transferMap = defineFigureData<readonly Estimate[]>({
  id: 'transfer-map',
  claims: ['transfer-map-contraction', 'transfer-map-simulated'],
  cells: GRID.length + 1,
  cell(index, { world: { simulator }, tier, stream }) {
    const u = GRID[index];
    const [setting, rounds] = u === undefined ? [SETTING, ROUNDS] : [settingFrom(u, KNOWN[0]), 1];
    const run = simulator.prepareRetraining(setting, constant(KEPT), rounds);
    const means = estimates(rounds + 1, replicatesOf(tier), (replicate, out) =>
      out.set(run.run(stream(replicate)).estimates),
    );
    return u === undefined ? means : means.slice(1);
  },
  merge: (cells, { world: { theory }, tier }) => ({
    replicates: replicatesOf(tier),
    center: SETTING.knowledgeCenter[0]!,
    truth: SETTING.thetaStar[0]!,
    radius: SETTING.radius,
    noise: SETTING.noise,
    map: GRID.map((u, index) => ({
      u,
      value: theory.transfer(windows(SETTING)[0]!, u).value,
      ...cells[index]![0]!,
    })),
    path: cells.at(-1)!,
  }),
});
