import type { Feeds, Trainer } from '../../../networks/engine.ts';
import type { Weights } from '../../../networks/graph/model.ts';

/** Share of the steps that have the full learning rate. */
const CONSTANT_SHARE = 0.7;

/** Learning rate of the last step, as a share of the full one. */
const LAST_RATE_SHARE = 0.1;

/** Adam's learning rate at a step. It is constant for 70 % of the steps, then falls linearly to a tenth. */
export function learningRateAt(step: number, steps: number, learningRate: number): number {
  const constant = CONSTANT_SHARE * steps;
  if (step < constant) return learningRate;
  const shareOfFall = (step + 1 - constant) / (steps - constant);
  return learningRate * (1 - (1 - LAST_RATE_SHARE) * shareOfFall);
}

/**
 * Takes `steps` training steps and returns the weights.
 * @param feed writes the batch of a step into the feeds.
 * @throws Error when the training diverges.
 */
export async function trainSteps(
  trainer: Trainer,
  feeds: Feeds,
  feed: (step: number) => void,
  rate: (step: number) => number,
  steps: number,
): Promise<Weights> {
  for (let step = 0; step < steps; step += 1) {
    feed(step);
    await trainer.step(feeds, rate(step));
  }
  // One check at the end is enough: a weight that is not finite remains so.
  const weights = trainer.weights();
  if (!weights.every(Number.isFinite))
    throw new Error(`training diverged: after ${steps} steps some weights are not finite numbers`);
  return weights;
}
