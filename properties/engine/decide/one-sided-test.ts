import type { Betting } from './betting/bettor.ts';
import { Capital } from './capital.ts';

/** A test that the mean of a stream lies on one side of a threshold. */
export interface OneSidedTest {
  /** Log-evidence now against the null: by Ville's inequality it ever reaches log(1/α) with probability ≤ α under the null. */
  readonly logEvidence: number;
  observe(observation: number): void;
}

/** What a one-sided test is to prove, in the units of the observable. */
export interface Side {
  /** 'above' is to prove mean > threshold, against the null mean ≤ threshold; 'below' mirrors it. */
  readonly direction: 'above' | 'below';
  readonly threshold: number;
  /** The mean to aim at, on the proven side of the threshold; for bettors that aim. */
  readonly expected?: number;
}

/**
 * The test for observations in a known range: a capital process on them, scaled to [0, 1] and mirrored for 'below'. Non-asymptotic.
 * Where the range alone decides, so does the test: evidence ∞ for a threshold that no mean can fail to exceed, 0 for one that no mean can.
 */
export function boundedTest(
  { direction, threshold, expected }: Side,
  [low, high]: readonly [number, number],
  betting: Betting,
): OneSidedTest {
  const [origin, end] = direction === 'above' ? [low, high] : [high, low];
  const unit = (value: number) => (value - origin) / (end - origin);
  if (unit(threshold) < 0) return settled(Number.POSITIVE_INFINITY);
  if (unit(threshold) >= 1) return settled(0);
  const capital = new Capital(unit(threshold), betting, expected === undefined ? expected : unit(expected));
  return new ScaledTest(origin, 1 / (end - origin), capital);
}

const settled = (logEvidence: number): OneSidedTest => ({ logEvidence, observe: () => {} });

class ScaledTest implements OneSidedTest {
  readonly #origin: number;
  readonly #scale: number;
  readonly #capital: Capital;

  constructor(origin: number, scale: number, capital: Capital) {
    this.#origin = origin;
    this.#scale = scale;
    this.#capital = capital;
  }

  get logEvidence(): number {
    return this.#capital.logCapital;
  }

  observe(observation: number): void {
    this.#capital.observe((observation - this.#origin) * this.#scale);
  }
}
