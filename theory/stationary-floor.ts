import { Matrix, solve } from 'ml-matrix';
import { ExactChain } from './exact-chain.ts';
import { constant, keptByRound, type Setting, SettingError } from './model.ts';
import { bias } from './regimes.ts';
import { contractionRate } from './transfer-map.ts';
import { windowHalfWidth } from './window.ts';

/**
 * Where Theorem 4.1's bound settles when every round keeps n: pσ²ρ/(n(1−ρ²)), in (y per x)² (paper §5). Retraining never converges below it.
 * @param kept accepted samples n a direction and round, a whole number ≥ 1
 * @throws SettingError when the setting or kept lies outside the model.
 */
export function stationaryFloorBound(setting: Setting, kept: number): number {
  const rate = contractionRate(setting);
  const [samples] = keptByRound(constant(kept), 1) as [number];
  const { noise, singularValues } = setting;
  return (singularValues.length * noise ** 2 * rate) / (samples * (1 - rate) * (1 + rate));
}

/**
 * The smallest 1 − ρ for which the stationary law is computed. The chain's transition matrix is right to about 1e-14 and its fixed
 * point magnifies that by 1/(1−ρ): at 1e-6 eight digits are left. Approaching that law would take over 10⁶ rounds.
 */
const SMALLEST_GAP = 1e-6;

/**
 * The exact errors of the stationary law at constant n, in (y per x)²: the fixed point of the exact chain. It is symmetric about θ_c, so
 * toTruth = Δ² + toCenter, toCenter being p times the variance of one direction.
 * @param kept accepted samples n a direction and round, a whole number ≥ 1
 * @throws RangeError when 1 − ρ < 1e-6: no run comes near a stationary law there, nor does this computation.
 * @throws SettingError when the setting or kept lies outside the model.
 */
export function stationaryError(setting: Setting, kept: number): { toCenter: number; toTruth: number } {
  const gap = 1 - contractionRate(setting);
  const [samples] = keptByRound(constant(kept), 1) as [number];
  if (gap < SMALLEST_GAP) {
    throw new SettingError(
      `1 − ρ = ${gap} at (radius + noiseAllowance)/noise = ${windowHalfWidth(setting) / setting.noise}: ` +
        `the stationary error is computed for 1 − ρ ≥ ${SMALLEST_GAP}, a stricter verifier`,
    );
  }
  const chain = new ExactChain(windowHalfWidth(setting) / setting.noise);
  const variance = setting.noise ** 2 * chain.moments(stationaryLaw(chain, samples)).meanSquare;
  const toCenter = setting.singularValues.length * variance;
  return { toCenter, toTruth: bias(setting) ** 2 + toCenter };
}

/** The law λ = λP with Σλ = 1. The rows of P sum to 1, so one equation of λ(P − I) = 0 is redundant and makes room for the sum. */
function stationaryLaw(chain: ExactChain, kept: number): Float64Array {
  const order = chain.nodes.length;
  const transition = chain.transition(kept);
  const equations = Matrix.zeros(order, order);
  for (let j = 0; j < order; j++) {
    equations.set(0, j, 1);
    for (let i = 1; i < order; i++) equations.set(i, j, transition[j * order + i]! - (i === j ? 1 : 0));
  }
  const right = Matrix.zeros(order, 1);
  right.set(0, 0, 1);
  return Float64Array.from(solve(equations, right).getColumn(0));
}
