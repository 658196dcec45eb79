import type { BettingStrategy } from '../betting/betting-strategy.ts';
import { Capital } from '../betting/capital.ts';
import { RunningMoments } from '../running-moments.ts';
import type { OneSidedTest, Side } from './one-sided-test.ts';

/** Number of observations that set the clip before the first bet. They give the standard deviation of a squared normal to a fifth. */
export const SCALING = 100;

/**
 * Number of standard deviations beyond the threshold at which a losing observation is clipped. Under the null, clipping lifts the log-evidence by
 * Σ λ_i E(−z_i − 10)₊ at most, with z = (x − threshold)/σ. For a squared normal and a run that ends at log(1/α) = 14 with an effect of 10 % (2 %)
 * of the mean, this is 0.05 (0.3), a factor of 1.05 (1.3) on the error probability.
 */
export const CLIP = 10;

/**
 * The one-sided test for unbounded observations: a capital process (Waudby-Smith & Ramdas 2024, theorem 1) on observations that are clipped on the
 * losing side.
 *
 * Guarantee: the level is exact up to the mass beyond the clip, and therefore asymptotic. Unlike a test by the central limit theorem, this test
 * keeps its level for skewed observations at very small α too: for squared normals at 1e-6, a test by the central limit theorem errs ten times as
 * often as it says (clipped-test.test.ts measures both). Constant observations prove nothing.
 */
export class ClippedTest implements OneSidedTest {
  readonly #side: Side;
  readonly #strategy: BettingStrategy;
  readonly #moments = new RunningMoments();
  #capital: Capital | undefined;
  /** Maps the threshold to 1/2 and the clip to 0. */
  #scale = 0;

  constructor(side: Side, strategy: BettingStrategy) {
    this.#side = side;
    this.#strategy = strategy;
  }

  get logEvidence(): number {
    return this.#capital === undefined ? 0 : this.#capital.logCapital;
  }

  observe(observation: number): void {
    if (this.#capital === undefined) this.#measure(observation);
    else this.#capital.observe(Math.max(0, this.#scaled(observation)));
  }

  #scaled(value: number): number {
    return 1 / 2 + (value - this.#side.threshold) * this.#scale;
  }

  #measure(observation: number): void {
    this.#moments.observe(observation);
    const { count, squares } = this.#moments;
    if (count < SCALING || !(squares > 0)) return;
    const { direction, expected } = this.#side;
    const clip = CLIP * Math.sqrt(squares / (count - 1));
    this.#scale = (direction === 'above' ? 1 : -1) / (2 * clip);
    this.#capital = new Capital(1 / 2, this.#strategy, expected === undefined ? expected : this.#scaled(expected));
  }
}
