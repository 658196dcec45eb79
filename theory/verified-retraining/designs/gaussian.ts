import { gaussLegendre } from '../../numerics/gauss-legendre.ts';
import { GAUSSIAN_REACH } from '../../numerics/gaussian-reach.ts';
import { SettingError } from '../model.ts';
import { transfer } from '../transfer-map.ts';

/** The verifier of rows x ∈ ℝᵖ of a random design. It accepts y iff |y − xᵀθ_c| ≤ r‖x‖ + σ_c. */
export interface RandomDesign {
  /** p ≥ 1. */
  readonly dimension: number;
  /** r ≥ 0, in y per x. */
  readonly radius: number;
  /** σ > 0, in y. */
  readonly noise: number;
  /** σ_c ≥ 0, in y. */
  readonly noiseAllowance: number;
}

/** Nodes in the angle and in the norm of x; both integrands are smooth (the test compares 48 nodes with a quadrature over the plane). */
const NODES = 48;

/**
 * κ(e) of the design with rows x ~ N(0, I_p), refitted by least squares (derived). The population map is e ↦ κ(‖e‖)e for e = θ̂−θ_c,
 * κ(e) = E_acc[x₁ T_{R(x)}(x₁e)] / (e·E_acc[x₁²]) ∈ (0, 1), with R(x) = r‖x‖ + σ_c, T_R the transfer map about 0 and E_acc over accepted rows.
 * @param distance e = ‖θ̂−θ_c‖ ≥ 0 in y per x; at e = 0 the rate is the limit.
 * @throws SettingError when an argument lies outside the model.
 */
export function gaussianDesignContraction(design: RandomDesign, distance: number): number {
  validate(design, distance);
  const { dimension } = design;
  // The density of ‖x‖, s^{p−1}e^{−s²/2}, falls off from its mode √(p−1) at least as fast as a standard normal does.
  const mode = Math.sqrt(dimension - 1);
  const low = Math.max(0, mode - GAUSSIAN_REACH);
  const halfRange = (mode + GAUSSIAN_REACH - low) / 2;
  const logDensity = (norm: number) => (mode === 0 ? 0 : mode ** 2 * Math.log(norm)) - norm ** 2 / 2;
  const rule = gaussLegendre(NODES);
  let moved = 0;
  let squared = 0;
  rule.nodes.forEach((node, i) => {
    const norm = low + halfRange * (1 + node);
    const weight = rule.weights[i]! * Math.exp(logDensity(norm) - (mode === 0 ? 0 : logDensity(mode)));
    const sphere = sphereAverages(design, norm, distance);
    moved += weight * sphere.moved;
    squared += weight * sphere.squared;
  });
  return moved / squared;
}

/**
 * The same rate for rows that are uniform on the unit sphere. It is at most the ρ of the block design, because ‖x‖ = 1 gives every row the
 * window of that design.
 * @param distance e = ‖θ̂−θ_c‖ ≥ 0 in y per x; at e = 0 the rate is the limit.
 * @throws SettingError when an argument lies outside the model.
 */
export function unitSphereContraction(design: RandomDesign, distance: number): number {
  validate(design, distance);
  const { moved, squared } = sphereAverages(design, 1, distance);
  return moved / squared;
}

/**
 * Over accepted rows of one norm, up to a common factor: moved = E_acc[x₁T(x₁e)/e], squared = E_acc[x₁²]. With x₁ = norm·cos φ the angle φ has
 * density ∝ sin^{p−2}φ, and the integrands are even in x₁.
 */
function sphereAverages(design: RandomDesign, norm: number, distance: number): { moved: number; squared: number } {
  const { dimension, radius, noise, noiseAllowance } = design;
  const window = { center: 0, halfWidth: radius * norm + noiseAllowance, noise };
  let moved = 0;
  let squared = 0;
  const add = (x: number, weight: number) => {
    const { value, slope, logAcceptance } = transfer(window, x * distance);
    const share = weight * Math.exp(logAcceptance) * x;
    moved += share * (distance === 0 ? slope * x : value / distance);
    squared += share * x;
  };
  if (dimension === 1) {
    add(norm, 1);
  } else {
    const rule = gaussLegendre(NODES);
    rule.nodes.forEach((node, i) => {
      const angle = (Math.PI / 4) * (1 + node);
      add(norm * Math.cos(angle), rule.weights[i]! * Math.sin(angle) ** (dimension - 2));
    });
  }
  return { moved, squared };
}

function validate(design: RandomDesign, distance: number): void {
  const { dimension, radius, noise, noiseAllowance } = design;
  if (!Number.isInteger(dimension) || dimension < 1) {
    throw new SettingError(`dimension = ${dimension}: a whole number p ≥ 1 is needed`);
  }
  if (!(Number.isFinite(noise) && noise > 0)) throw new SettingError(`noise = ${noise}: σ > 0 is needed`);
  for (const [name, value] of Object.entries({ radius, noiseAllowance, distance })) {
    if (!(Number.isFinite(value) && value >= 0)) throw new SettingError(`${name} = ${value}: a number ≥ 0 is needed`);
  }
  if (radius + noiseAllowance === 0) {
    throw new SettingError('radius + noiseAllowance = 0: the verifier would accept nothing; one of them must be > 0');
  }
}
