import { ChebyshevInterpolation } from '../../numerics/chebyshev.ts';
import { GAUSSIAN_REACH } from '../../numerics/gaussian-reach.ts';
import { AcceptedLabel } from './accepted-label.ts';
import { eachMean } from './accepted-mean.ts';

/**
 * The law of v_jᵀθ̂_k after a verified round, as weights on the chain's nodes: E g = Σ weights·g(nodes) for smooth g.
 * Some weights are negative, because they are those of an interpolation and not of a discrete law.
 */
export type Law = Float64Array;

/**
 * Verified retraining along one direction as an exact Markov chain (regression setup): the next u is the mean of n independent N(u, 1) truncated to
 * [−w, w]. All lengths are in units of σ and all positions from the center, so that one chain serves all directions of a setting.
 */
export class ExactChain {
  readonly halfWidth: number;
  /** Chebyshev nodes on [−span, span]. */
  readonly nodes: Float64Array;
  readonly #interpolation: ChebyshevInterpolation;
  /** Labels of the nodes below the center. The labels of the others are their mirror images. */
  readonly #labels: readonly AcceptedLabel[];
  readonly #transitions = new Map<number, Float64Array>();

  /**
   * @param halfWidth w = R/σ.
   * @param span of the part [−span, span] of the window that the chain lives on: less than w only where the chain never leaves that part.
   * @param pairs of nodes ±u. The default keeps 40 rounds within 1e-10 for w up to 30, at any n (the test doubles it): 12 for the smooth shape
   * of a narrow window and 7 more per σ of span, because iterating T makes the edges steeper.
   */
  constructor(halfWidth: number, span: number = halfWidth, pairs: number = 12 + Math.ceil(7 * span)) {
    this.halfWidth = halfWidth;
    this.#interpolation = new ChebyshevInterpolation(span, 2 * pairs);
    this.nodes = this.#interpolation.nodes;
    this.#labels = Array.from(this.nodes.subarray(0, pairs), (u) => new AcceptedLabel(u, halfWidth));
  }

  /** The law after the first round, which starts from u_0 ~ N(mean, deviation²) and accepts `kept`. */
  start(mean: number, deviation: number, kept: number): Law {
    // The error of the trapezoidal rule is e^{−2π²(deviation/step)²} on the Gaussian and e^{−2πd/step} on a function with poles at a distance
    // d from the real axis: 3e-18 at 0.7 deviations, and 1e-14 at 0.2 for d = 1, which is half the distance of the poles of T.
    const step = Math.min(0.7 * deviation, 0.2);
    const steps = Math.ceil((GAUSSIAN_REACH * deviation) / step);
    const law = new Float64Array(this.nodes.length);
    const scale = step / (deviation * Math.sqrt(2 * Math.PI));
    for (let k = -steps; k <= steps; k++) {
      const share = scale * Math.exp(-0.5 * ((k * step) / deviation) ** 2);
      this.#addRound(law, 0, new AcceptedLabel(mean + k * step, this.halfWidth), kept, share);
    }
    return law;
  }

  /** The law one round later, when the round accepts `kept`. */
  step(law: Law, kept: number): Law {
    const transition = this.transition(kept);
    const order = law.length;
    const next = new Float64Array(order);
    for (let i = 0; i < order; i++) {
      const weight = law[i]!;
      for (let j = 0; j < order; j++) next[j]! += weight * transition[i * order + j]!;
    }
    return next;
  }

  /** The transition matrix of a round that accepts `kept`, row-major: row i is the law after one round from nodes[i]. */
  transition(kept: number): Float64Array {
    const known = this.#transitions.get(kept);
    if (known !== undefined) return known;
    const order = this.nodes.length;
    const transition = new Float64Array(order * order);
    for (let i = 0; i < order / 2; i++) {
      this.#addRound(transition, i * order, this.#labels[i]!, kept, 1);
      // Reflection about the center turns row i into row order − 1 − i.
      const mirrored = (order - 1 - i) * order;
      for (let j = 0; j < order; j++) transition[mirrored + order - 1 - j] = transition[i * order + j]!;
    }
    this.#transitions.set(kept, transition);
    return transition;
  }

  /** E u and E u² under a law. */
  moments(law: Law): { mean: number; meanSquare: number } {
    let mean = 0;
    let meanSquare = 0;
    for (let i = 0; i < law.length; i++) {
      const node = this.nodes[i]!;
      mean += law[i]! * node;
      meanSquare += law[i]! * node * node;
    }
    return { mean, meanSquare };
  }

  #addRound(rows: Float64Array, offset: number, label: AcceptedLabel, kept: number, share: number): void {
    eachMean(label, kept, (value, weight) => this.#interpolation.addPoint(rows, offset, value, share * weight));
  }
}
