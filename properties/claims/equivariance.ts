import * as fc from 'fast-check';
import { streamFamily } from '../../sim/random/stream.ts';
import { constant, coordinates, type Setting } from '../../theory/model.ts';
import { defineClaim } from '../claim.ts';
import { logUniformWhole, orthonormalBasis, uniform } from '../domains/numbers.ts';
import { type OneRound, oneRounds, relativeBias } from '../domains/one-round.ts';
import type { Tier } from '../tier.ts';
import { exactly, holds, outcomeOf } from './exactly.ts';

/** A problem and how it is moved. */
interface Moved extends OneRound {
  /** The unit of y becomes 2^{−octaves} of what it was. */
  readonly octaves: number;
  /** What the origin is moved by, in y per x. */
  readonly shift: readonly number[];
  /** An orthogonal map of ℝᵖ, by rows. */
  readonly rotation: readonly (readonly number[])[];
}

const ROUNDS = 3;
const REPLICATES = 4;

/** Relative accuracy that theory promises for an expectation over the real fit, and for a trajectory in units of σ². */
const THEORY_ACCURACY = 1e-10;

const moved = (tier: Tier, bias: readonly [number, number]): fc.Arbitrary<Moved> =>
  oneRounds(tier, { bias }).chain(({ setting, kept }) => {
    const dimension = setting.thetaStar.length;
    return fc.record({
      setting: fc.constant(setting),
      kept: fc.constant(kept),
      octaves: fc.integer({ min: -3, max: 3 }).map((octaves) => octaves || 4),
      shift: fc.array(uniform(-3, 3), { minLength: dimension, maxLength: dimension }),
      rotation: orthonormalBasis(dimension),
    });
  });

const times = (factor: number, vector: readonly number[]) => vector.map((value) => factor * value);

function scaled(setting: Setting, factor: number): Setting {
  return {
    ...setting,
    thetaStar: times(factor, setting.thetaStar),
    knowledgeCenter: times(factor, setting.knowledgeCenter),
    radius: factor * setting.radius,
    noise: factor * setting.noise,
    noiseAllowance: factor * setting.noiseAllowance,
  };
}

function mapped(setting: Setting, map: (theta: readonly number[]) => number[]): Setting {
  return { ...setting, thetaStar: map(setting.thetaStar), knowledgeCenter: map(setting.knowledgeCenter) };
}

/** What a move does to the setting, to coordinates v_jᵀθ̂, to squared errors and to the randomness. */
interface Move {
  readonly name: string;
  readonly setting: Setting;
  readonly coordinate: (value: number, j: number) => number;
  readonly squared: number;
  readonly reflected?: boolean;
  /** Whether not even rounding may differ. */
  readonly bitForBit?: boolean;
}

function movesOf({ setting, octaves, shift, rotation }: Moved): Move[] {
  const factor = 2 ** octaves;
  const along = coordinates(setting, shift);
  const rotate = (vector: readonly number[]) =>
    rotation.map((row) => row.reduce((sum, value, k) => sum + value * vector[k]!, 0));
  const turned = { ...mapped(setting, rotate), directions: setting.directions!.map(rotate) };
  return [
    {
      name: 'scale',
      setting: scaled(setting, factor),
      coordinate: (value) => factor * value,
      squared: factor ** 2,
      bitForBit: true,
    },
    {
      name: 'translation',
      setting: mapped(setting, (theta) => theta.map((value, k) => value + shift[k]!)),
      coordinate: (value, j) => value + along[j]!,
      squared: 1,
    },
    { name: 'rotation', setting: turned, coordinate: (value) => value, squared: 1 },
    {
      name: 'reflection',
      setting: mapped(setting, (theta) => times(-1, theta)),
      coordinate: (value) => -value,
      squared: 1,
      reflected: true,
      bitForBit: true,
    },
  ];
}

export const equivariance = defineClaim<Moved>({
  id: 'equivariance',
  group: 'verifier',
  title:
    'Scaling labels, moving the origin, rotating or reflecting the parameter space carries every estimate and every predicted error along',
  statements: ['equivariance'],
  kind: 'identity',
  decision:
    'Runs on the same random numbers (reflected ones for a reflection) agree bit for bit or to rounding; so do the predictions.',
  domain: {
    description: 'Three rounds of the block design; unit of y by a power of two, origin by up to 3, any rotation.',
    regimes: [
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
 * How far two runs on the same random numbers may drift apart: a coordinate rounds at each of its p terms, a mean of labels at each of its n,
 * and a refit passes the errors of the one before on unchanged, as its labels move with the generator. A label within rounding of an edge,
 * which could be judged differently, occurs once in 10¹³.
 */
function rounding({ setting, kept, shift }: Moved): number {
  const { thetaStar, knowledgeCenter, radius, noiseAllowance } = setting;
  const size =
    Math.hypot(...thetaStar) + Math.hypot(...knowledgeCenter) + Math.hypot(...shift) + radius + noiseAllowance;
  return ROUNDS * (thetaStar.length + kept + 1) * Number.EPSILON * size;
}
