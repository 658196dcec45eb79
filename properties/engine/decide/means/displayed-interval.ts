import { DISPLAY_ERROR } from '../comparison-outcome.ts';
import { AsymptoticMean } from './asymptotic.ts';
import { EmpiricalBernstein } from './empirical-bernstein.ts';

/** Number of observations at which the asymptotic interval is tightest: the order at which comparisons are usually decided. */
const DISPLAY_SIZE = 5000;

/** A confidence sequence for the mean of a stream, in the units of its observations. */
interface DisplayedInterval {
  observe(observation: number): void;
  readonly interval: readonly [low: number, high: number];
}

/** The 95 % confidence sequence that an outcome shows: empirical Bernstein where the observable has a range, asymptotic where it has none. */
export function displayedInterval(range: readonly [number, number] | undefined): DisplayedInterval {
  return range === undefined ? new Unbounded() : new Bounded(range);
}

class Unbounded implements DisplayedInterval {
  readonly #mean = new AsymptoticMean();

  observe(observation: number): void {
    this.#mean.observe(observation);
  }

  get interval(): readonly [low: number, high: number] {
    return this.#mean.interval(DISPLAY_ERROR, DISPLAY_SIZE);
  }
}

class Bounded implements DisplayedInterval {
  readonly #low: number;
  readonly #width: number;
  readonly #mean = new EmpiricalBernstein(DISPLAY_ERROR);

  constructor([low, high]: readonly [number, number]) {
    this.#low = low;
    this.#width = high - low;
  }

  observe(observation: number): void {
    this.#mean.observe((observation - this.#low) / this.#width);
  }

  get interval(): readonly [low: number, high: number] {
    const [low, high] = this.#mean.interval;
    return [this.#low + low * this.#width, this.#low + high * this.#width];
  }
}
