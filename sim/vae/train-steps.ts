import type { Feeds, Trainer } from './engine.ts';

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

/** Takes `steps` training steps; `feed` fills the feeds of a step in place. */
export async function trainSteps(
  trainer: Trainer,
  feeds: Feeds,
  feed: (step: number) => void,
  rate: (step: number) => number,
  steps: number,
): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    feed(step);
    const loss = await trainer.step(feeds, rate(step));
    if (!Number.isFinite(loss)) throw new Error(`training diverged: the loss of step ${step} is ${loss}`);
  }
}
