import type { DigitSource } from '../../digits/digits.ts';
import type { Engine } from '../../networks/engine.ts';
import type { Weights } from '../../networks/graph/model.ts';
import type { RoundMetrics } from './setting.ts';

/** Beginnings remembered by thread: those of a few replicates whose arms are run at the same time. */
const REMEMBERED = 16;

/** What is observed of a model. */
export interface Observed {
  readonly metrics: RoundMetrics;
  /** Sample images, bytes; none where they are not kept. */
  readonly samples: readonly Uint8Array[];
}

/**
 * What the arms of a replicate have in common, by what else it depends on: the initial model, what is observed of it, and the verifiers
 * that are trained against it. It is half of the work of an arm that is run for one round.
 */
export interface Beginning {
  readonly weights: Map<string, Promise<Weights>>;
  readonly observed: Map<string, Promise<Observed>>;
}

const known = new WeakMap<Engine, WeakMap<DigitSource, Map<string, Beginning>>>();

/** The beginning that `key` stands for: a remembered or an empty one. */
export function beginningOf(engine: Engine, digits: DigitSource, key: string): Beginning {
  const bySource = known.get(engine) ?? new WeakMap<DigitSource, Map<string, Beginning>>();
  known.set(engine, bySource);
  const byKey = bySource.get(digits) ?? new Map<string, Beginning>();
  bySource.set(digits, byKey);
  const beginning = byKey.get(key) ?? { weights: new Map(), observed: new Map() };
  // The one used last is forgotten last.
  byKey.delete(key);
  byKey.set(key, beginning);
  if (byKey.size > REMEMBERED) byKey.delete(byKey.keys().next().value!);
  return beginning;
}

/** What was made for these conditions before, or is made now. */
export function madeOnce<T>(made: Map<string, Promise<T>>, conditions: unknown, make: () => Promise<T>): Promise<T> {
  const key = JSON.stringify(conditions);
  const promise = made.get(key) ?? make();
  made.set(key, promise);
  return promise;
}
