import type { Feeds, Trainer } from '../../../networks/engine.ts';
import type { Weights } from '../../../networks/graph/model.ts';

/** Share of the steps that are taken at the full learning rate, and what is left of it at the last. */
const CONSTANT_SHARE = 0.7;
const LAST_SHARE = 0.1;

/** Adam's rate at a step: constant for 70 % of the steps, then falling linearly to a tenth. */
export function learningRateAt(step: number, steps: number, learningRate: number): number {
  const constant = CONSTANT_SHARE * steps;
  if (step < constant) return learningRate;
  const fallen = (step + 1 - constant) / (steps - constant);
  return learningRate * (1 - (1 - LAST_SHARE) * fallen);
}

/** Takes `steps` training steps and returns the weights; `feed` fills the feeds of a step in place. @throws Error when they diverge. */
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
  // A weight that is no number once stays so.
  const weights = trainer.weights();
  if (!weights.every(Number.isFinite))
    throw new Error(`training diverged: ${steps} steps left weights that are no numbers`);
  return weights;
}
