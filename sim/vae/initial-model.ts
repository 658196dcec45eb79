import type { DigitSource } from '../digits/digits.ts';
import type { Engine, Weights } from './engine.ts';

/** Initial models remembered by thread: the arms of a few replicates that are run at the same time. */
const REMEMBERED = 16;

const known = new WeakMap<Engine, WeakMap<DigitSource, Map<string, Weights>>>();

/**
 * The weights of the initial model that `key` stands for: those remembered, or newly trained ones. All arms of a replicate start from
 * one initial model, and it is a fifth of their work.
 */
export async function initialModel(
  engine: Engine,
  digits: DigitSource,
  key: string,
  train: () => Promise<Weights>,
): Promise<Weights> {
  const bySource = known.get(engine) ?? new WeakMap<DigitSource, Map<string, Weights>>();
  known.set(engine, bySource);
  const byKey = bySource.get(digits) ?? new Map<string, Weights>();
  bySource.set(digits, byKey);
  const weights = byKey.get(key) ?? (await train());
  // The one used last is forgotten last.
  byKey.delete(key);
  byKey.set(key, weights);
  if (byKey.size > REMEMBERED) byKey.delete(byKey.keys().next().value!);
  return weights;
}
