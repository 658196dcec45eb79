import * as fc from 'fast-check';
import { coordinates, type Setting } from '../../../theory/verified-retraining/model.ts';
import { orthonormalBasis, uniform } from '../../engine/numbers.ts';
import type { RetrainingTier } from '../tiers.ts';
import { type OneRound, oneRounds } from './one-round.ts';

/** A problem, and how the problem is moved. */
export interface Moved extends OneRound {
  /** The unit of y becomes 2^{−octaves} of the old unit. */
  readonly octaves: number;
  /** The move of the origin, in y per x. */
  readonly shift: readonly number[];
  /** An orthogonal map of ℝᵖ, by rows. */
  readonly rotation: readonly (readonly number[])[];
}

/** Problems with Δ/σ in one range, each with one move of every kind. */
export const moved = (tier: RetrainingTier, bias: readonly [number, number]): fc.Arbitrary<Moved> =>
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

/** What a move changes: the setting, coordinates v_jᵀθ̂, squared errors (by the factor `squared`) and the randomness. */
export interface Move {
  readonly name: string;
  readonly setting: Setting;
  readonly coordinate: (value: number, j: number) => number;
  readonly squared: number;
  readonly reflected?: boolean;
  /** Whether the runs agree in every bit. */
  readonly bitForBit?: boolean;
}

/** The four moves of a problem. */
export function movesOf({ setting, octaves, shift, rotation }: Moved): Move[] {
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
