import { Matrix, solve } from 'ml-matrix';
import { constant, keptByRound, type Setting } from '../model.ts';
import { bias } from '../regimes.ts';
import { contractionRate } from '../transfer-map.ts';
import { windowHalfWidth } from '../window.ts';
import { ExactChain } from './exact-chain.ts';

/**
 * The limit of Theorem 4.1's bound when every round keeps n: pσ²ρ/(n(1−ρ²)), in (y per x)² (derived). The distance to θ_c settles at a
 * positive value, at most this one.
 * @param kept accepted samples n per direction and round, a whole number ≥ 1
 * @throws SettingError when the setting or kept lies outside the model.
 */
export function stationaryFloorBound(setting: Setting, kept: number): number {
  const rate = contractionRate(setting);
  const [samples] = keptByRound(constant(kept), 1) as [number];
  const { noise, singularValues } = setting;
  return (singularValues.length * noise ** 2 * rate) / (samples * (1 - rate) * (1 + rate));
}

/**
 * Doubling the nodes of a Chebyshev interpolation squares its error. Once two chains agree to 1e-6, the finer one is therefore right to its
 * rounding.
 */
const AGREEMENT = 1e-6;

/** Doublings of the nodes: with 4 times the default, w = 5 and n = 10⁷ still settle, in about 0.2 s. */
const DOUBLINGS = 2;

/**
 * The exact errors of the stationary law at constant n, in (y per x)²: the fixed point of the exact chain, to 1e-6 of its size or
 * better (1e-8 for R/σ up to 3). It is symmetric about θ_c, so toTruth = Δ² + toCenter, and toCenter is p times the variance of one direction.
 * @param kept accepted samples n per direction and round, a whole number ≥ 1
 * @throws RangeError when the law is too narrow in too wide a window to be resolved: 1 − ρ is so small, and n so large, that no run would come
 * near the stationary law either. The message has the value of the finest chain.
 * @throws SettingError when the setting or kept lies outside the model.
 */
export function stationaryError(setting: Setting, kept: number): { toCenter: number; toTruth: number } {
  const rate = contractionRate(setting);
  const [samples] = keptByRound(constant(kept), 1) as [number];
  const halfWidth = windowHalfWidth(setting) / setting.noise;
  const toCenter = setting.singularValues.length * setting.noise ** 2 * stationaryVariance(halfWidth, rate, samples);
  return { toCenter, toTruth: bias(setting) ** 2 + toCenter };
}

/** The stationary variance of one direction in units of σ², for the window [−halfWidth, halfWidth]. */
function stationaryVariance(halfWidth: number, rate: number, kept: number): number {
  // No rule of a mean reaches beyond 8 of its sd √(ρ/n), and T maps [−span, span] into ρ of it: the chain never leaves this span.
  const span = Math.min(halfWidth, (8 * Math.sqrt(rate / kept)) / (1 - rate));
  const chain = new ExactChain(halfWidth, span);
  let coarse = chain.moments(stationaryLaw(chain, kept)).meanSquare;
  for (let doubling = 1; doubling <= DOUBLINGS; doubling++) {
    const finer = new ExactChain(halfWidth, span, (chain.nodes.length / 2) * 2 ** doubling);
    const fine = finer.moments(stationaryLaw(finer, kept)).meanSquare;
    if (Math.abs(fine - coarse) <= AGREEMENT * fine) return fine;
    coarse = fine;
  }
  throw new RangeError(
    `the stationary error at 1 − ρ = ${1 - rate}, n = ${kept} is not resolved (${coarse}·σ² per direction at the finest): ` +
      'a smaller radius + noiseAllowance or a smaller n is needed',
  );
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
