/**
 * The regression model of the paper: what a setting and a schedule are, and which of them are valid. It states no result of the paper:
 * simulators import nothing else of the theory.
 */

/** One verified-retraining problem. Units: θ in y per x; σ and σ_c in y; r in y per x; μ in x. */
export interface Setting {
  /** True parameter θ* ∈ ℝᵖ. */
  readonly thetaStar: readonly number[];
  /** The verifier's knowledge center θ_c ∈ ℝᵖ. */
  readonly knowledgeCenter: readonly number[];
  /** The verifier's radius r ≥ 0: smaller is stricter. */
  readonly radius: number;
  /** Noise sd σ > 0 of y = xᵀθ + ξ. */
  readonly noise: number;
  /** Noise allowance σ_c ≥ 0 in the rule |y − xᵀθ_c| ≤ r‖x‖ + σ_c. */
  readonly noiseAllowance: number;
  /** Singular values μ_j > 0 of the real design X₀. */
  readonly singularValues: readonly number[];
  /** Right singular vectors of X₀: directions[j] is v_j. The standard basis when absent. */
  readonly directions?: readonly (readonly number[])[];
}

/** Accepted samples per direction, by round: entry (or value) j is n_j of the step j → j+1. */
export type Schedule = readonly number[] | ((round: number) => number);

/** A setting or schedule outside the model, with what was given and what is allowed. */
export class SettingError extends RangeError {
  override readonly name = 'SettingError';
}

/** The allowance E|ξ| = √(2/π)·σ that the authors' code uses for σ_c. */
export function meanAbsoluteNoise(noise: number): number {
  return Math.sqrt(2 / Math.PI) * noise;
}

/** n_j = kept in every round. */
export function constant(kept: number): Schedule {
  return () => kept;
}

/** n_j = first + j·step. */
export function linear(first: number, step: number): Schedule {
  return (round) => first + round * step;
}

/** n_j = first·ratioʲ, rounded to the nearest integer. */
export function geometric(first: number, ratio: number): Schedule {
  return (round) => Math.round(first * ratio ** round);
}

/**
 * The accepted samples per direction of rounds 0 … rounds−1.
 * @throws SettingError when the schedule is too short or an entry is no positive integer.
 */
export function keptByRound(schedule: Schedule, rounds: number): number[] {
  if (!Number.isInteger(rounds) || rounds < 0) {
    throw new SettingError(`rounds = ${rounds}: a whole number ≥ 0 is needed`);
  }
  if (typeof schedule !== 'function' && schedule.length < rounds) {
    throw new SettingError(`schedule has ${schedule.length} entries: ${rounds} rounds need ${rounds}`);
  }
  return Array.from({ length: rounds }, (_, round) => {
    const kept = typeof schedule === 'function' ? schedule(round) : schedule[round]!;
    if (!Number.isInteger(kept) || kept < 1) {
      throw new SettingError(`schedule[${round}] = ${kept}: a whole number of accepted samples ≥ 1 is needed`);
    }
    return kept;
  });
}

/**
 * Returns the accepted samples n₁ of a direction when the formulas of one round hold for them: any number from 1 to Infinity.
 * @throws SettingError when n₁ < 1 or NaN.
 */
export function validateKept(keptPerDirection: number): number {
  if (!(keptPerDirection >= 1)) {
    throw new SettingError(`keptPerDirection = ${keptPerDirection}: n₁ ≥ 1 accepted samples (or Infinity) are needed`);
  }
  return keptPerDirection;
}

const finite = (name: string, values: readonly number[]) =>
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) throw new SettingError(`${name}[${index}] = ${value}: a finite number is needed`);
  });

/**
 * Returns the setting when it lies in the model.
 * @throws SettingError naming the first field that does not, its value, and what is allowed.
 */
export function validateSetting(setting: Setting): Setting {
  const { thetaStar, knowledgeCenter, radius, noise, noiseAllowance, singularValues, directions } = setting;
  const dimension = thetaStar.length;
  if (singularValues.length === 0) throw new SettingError('singularValues is empty: p ≥ 1 values μ_j > 0 are needed');
  for (const [name, values] of Object.entries({ thetaStar, knowledgeCenter, singularValues })) {
    if (values.length !== singularValues.length) {
      throw new SettingError(`${name} has ${values.length} entries but singularValues has ${singularValues.length}`);
    }
    finite(name, values);
  }
  if (!(Number.isFinite(noise) && noise > 0)) throw new SettingError(`noise = ${noise}: σ > 0 is needed`);
  for (const [name, value] of Object.entries({ radius, noiseAllowance })) {
    if (!(Number.isFinite(value) && value >= 0)) throw new SettingError(`${name} = ${value}: a number ≥ 0 is needed`);
  }
  if (radius + noiseAllowance === 0) {
    throw new SettingError('radius + noiseAllowance = 0: the verifier would accept nothing; one of them must be > 0');
  }
  singularValues.forEach((mu, j) => {
    if (!(mu > 0)) throw new SettingError(`singularValues[${j}] = ${mu}: X₀ of full rank, μ_j > 0, is needed`);
  });
  if (directions !== undefined) validateDirections(directions, dimension);
  return setting;
}

/** Orthonormality to 1e-9: far above the rounding of a singular value decomposition, far below any effect. */
const ORTHONORMALITY = 1e-9;

function validateDirections(directions: readonly (readonly number[])[], dimension: number): void {
  if (directions.length !== dimension || directions.some((v) => v.length !== dimension)) {
    throw new SettingError(`directions must be ${dimension} vectors of ${dimension} entries`);
  }
  directions.forEach((v, i) => {
    finite(`directions[${i}]`, v);
    directions.slice(0, i + 1).forEach((w, j) => {
      const product = v.reduce((sum, value, k) => sum + value * w[k]!, 0);
      if (Math.abs(product - (i === j ? 1 : 0)) > ORTHONORMALITY) {
        throw new SettingError(
          `directions ${j} and ${i} have inner product ${product}: an orthonormal basis is needed`,
        );
      }
    });
  });
}

/** Coordinates v_jᵀa of a vector a ∈ ℝᵖ along the setting's directions. */
export function coordinates(setting: Setting, vector: readonly number[]): number[] {
  const { directions } = setting;
  if (directions === undefined) return [...vector];
  return directions.map((v) => v.reduce((sum, value, k) => sum + value * vector[k]!, 0));
}
