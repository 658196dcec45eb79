import type { Betting } from './betting/bettor.ts';
import { Capital } from './capital.ts';
import type { OneSidedTest, Side } from './one-sided-test.ts';

/** Observations that set the clip before the first bet: its standard deviation is then known to a fifth for a squared normal. */
export const SCALING = 100;

/**
 * Standard deviations beyond the threshold at which a losing observation is clipped. Clipping lifts the log-evidence under the null by
 * Σ λ_i E(−z_i − 10)₊ at most, z = (x − threshold)/σ: for a squared normal, and a run that ends at log(1/α) = 14 with an effect of
 * 10 % (2 %) of the mean, by 0.05 (0.3), a factor of 1.05 (1.3) on the error probability.
 */
export const CLIP = 10;

/**
 * The one-sided test for unbounded observations: a capital process on them, clipped on the losing side. Its level is exact up to the
 * mass beyond the clip: asymptotic, but, unlike a test by the central limit theorem, it keeps it for skewed observations and at very
 * small α too (for squared normals at 1e-6 the latter errs ten times as often as it says; clipped-test.test.ts measures both).
 * Constant observations prove nothing.
 */
export class ClippedTest implements OneSidedTest {
  readonly #side: Side;
  readonly #betting: Betting;
  #capital: Capital | undefined;
  #count = 0;
  #mean = 0;
  #squares = 0;
  /** Maps the threshold to 1/2 and the clip to 0. */
  #scale = 0;

  constructor(side: Side, betting: Betting) {
    this.#side = side;
    this.#betting = betting;
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
    this.#count += 1;
    const before = observation - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (observation - this.#mean);
    if (this.#count < SCALING || !(this.#squares > 0)) return;
    const { direction, expected } = this.#side;
    const clip = CLIP * Math.sqrt(this.#squares / (this.#count - 1));
    this.#scale = (direction === 'above' ? 1 : -1) / (2 * clip);
    this.#capital = new Capital(1 / 2, this.#betting, expected === undefined ? expected : this.#scaled(expected));
  }
}
