import type { BettingStrategy } from '../betting/betting-strategy.ts';
import { Capital } from '../betting/capital.ts';

/** A test that the mean of a stream lies on one side of a threshold. */
export interface OneSidedTest {
  /** Log-evidence now against the null. Under the null it ever reaches log(1/α) with probability ≤ α, by Ville's inequality. */
  readonly logEvidence: number;
  observe(observation: number): void;
}

/** What a one-sided test is to prove, in the units of the observable. */
export interface Side {
  /** 'above' is to prove mean > threshold, against the null mean ≤ threshold. 'below' is the mirror image. */
  readonly direction: 'above' | 'below';
  readonly threshold: number;
  /** A mean on the proven side of the threshold, at which strategies aim. */
  readonly expected?: number;
}

/**
 * The test for observations in a known range: a capital process on the observations, scaled to [0, 1] and mirrored for 'below' (Waudby-Smith &
 * Ramdas 2024, theorem 1). Non-asymptotic.
 * Where the range alone decides, so does the test. Its evidence is ∞ for a threshold that every mean in the range exceeds, and 0 for a threshold
 * that no mean in the range exceeds.
 */
export function boundedTest(
  { direction, threshold, expected }: Side,
  [low, high]: readonly [number, number],
  strategy: BettingStrategy,
): OneSidedTest {
  const [origin, end] = direction === 'above' ? [low, high] : [high, low];
  const unit = (value: number) => (value - origin) / (end - origin);
  if (unit(threshold) < 0) return settled(Number.POSITIVE_INFINITY);
  if (unit(threshold) >= 1) return settled(0);
  const capital = new Capital(unit(threshold), strategy, expected === undefined ? expected : unit(expected));
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
