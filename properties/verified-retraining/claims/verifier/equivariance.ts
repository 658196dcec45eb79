import { streamFamily } from '../../../../sim/random/stream.ts';
import { constant, type Setting } from '../../../../theory/verified-retraining/model.ts';
import { exactly, holds, outcomeOf } from '../../../engine/decide/exactly.ts';
import { type Moved, moved, movesOf } from '../../domains/moves.ts';
import { relativeBias } from '../../domains/relative.ts';
import { defineClaim } from '../../drawn-claim.ts';

const ROUNDS = 3;
const REPLICATES = 4;

/** Accuracy that the theory promises: relative for an expectation over the real fit, and in units of σ² for a trajectory. */
const THEORY_ACCURACY = 1e-10;

export const equivariance = defineClaim<Moved>({
  id: 'equivariance',
  module: import.meta.url,
  group: 'verifier',
  title:
    'Every estimate and every predicted error moves along when labels are scaled, the origin is moved, or the parameter space is rotated or reflected',
  statements: ['equivariance'],
  kind: 'identity',
  decision:
    'Runs on the same random numbers (on reflected ones for a reflection) agree bit for bit or to rounding; so do the predictions.',
  domain: {
    description:
      'Three rounds of the block design; the unit of y changes by a power of two and the origin by up to 3; any rotation.',
    strata: [
      {
        name: 'unbiased',
        settings: (tier) => moved(tier, [0, 0]),
        holds: ({ setting }) => relativeBias(setting) === 0,
      },
      {
        name: 'biased',
        settings: (tier) => moved(tier, [0.3, 2]),
        holds: ({ setting }) => relativeBias(setting) > 0.299,
      },
    ],
  },
  draws: 24,
  mutants: ['sigma-is-one', 'verifier-at-origin'],
  check(problem, { world: { theory, simulator }, stream }) {
    const { setting, kept } = problem;
    const streams = streamFamily(stream(0).uint32(), 'equivariance', 0);
    const runs = (of: Setting, reflected = false) => {
      const run = simulator.prepareRetraining(of, constant(kept), ROUNDS);
      return Array.from({ length: REPLICATES }, (_, replicate) =>
        Float64Array.from(run.run(reflected ? streams.reflectedAt(replicate) : streams.at(replicate)).estimates),
      );
    };
    const predictions = (of: Setting) => {
      const { exact, leadingOrder } = theory.oneRoundMse(of, kept);
      return [exact, leadingOrder, theory.exactTrajectory(of, constant(kept), ROUNDS).toCenter[ROUNDS]!];
    };
    const dimension = setting.thetaStar.length;
    const simulated = runs(setting);
    const predicted = predictions(setting);
    const comparisons = movesOf(problem).flatMap((move) => {
      const worst = runs(move.setting, move.reflected).reduce(
        (largest, estimates, replicate) =>
          estimates.reduce(
            (most, value, i) =>
              Math.max(most, Math.abs(value - move.coordinate(simulated[replicate]![i]!, i % dimension))),
            largest,
          ),
        0,
      );
      const moment = predictions(move.setting);
      return [
        holds(`${move.name} of the runs`, worst, [0, move.bitForBit ? 0 : rounding(problem)]),
        ...predicted.map((value, i) =>
          exactly(
            `${move.name} of prediction ${i}`,
            move.squared * value,
            moment[i]!,
            THEORY_ACCURACY * move.squared * (value + dimension * setting.noise ** 2),
          ),
        ),
      ];
    });
    return outcomeOf(comparisons, 5 * REPLICATES);
  },
});

/**
 * How far two runs on the same random numbers may drift apart, in y per x. A coordinate rounds at each of its p terms, and a mean of labels at
 * each of its n terms. A refit passes the errors of the fit before on unchanged, because its labels move with the generator. A label so close to
 * an edge that rounding could change its verdict occurs once in 10¹³.
 */
function rounding({ setting, kept, shift }: Moved): number {
  const { thetaStar, knowledgeCenter, radius, noiseAllowance } = setting;
  const size =
    Math.hypot(...thetaStar) + Math.hypot(...knowledgeCenter) + Math.hypot(...shift) + radius + noiseAllowance;
  return ROUNDS * (thetaStar.length + kept + 1) * Number.EPSILON * size;
}
