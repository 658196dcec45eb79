import type { DigitSource } from '../../digits/digits.ts';
import type { Engine } from '../../networks/engine.ts';
import type { Weights } from '../../networks/graph/model.ts';
import type { RoundMetrics } from './setting.ts';

/** Replicates in the cache of a thread, at most: more than have arms running at the same time. */
const CACHED_REPLICATES = 16;

/** An observation of a model. */
export interface Observed {
  readonly metrics: RoundMetrics;
  /** Sample images, as bytes. Empty where no samples are kept. */
  readonly samples: readonly Uint8Array[];
}

/**
 * Results that the arms of one replicate share: the initial model, its observations, and the verifiers that are trained against it.
 * They are half of the work of an arm that runs for one round. The keys state what else a result depends on.
 */
export interface ReplicateCache {
  readonly weights: Map<string, Promise<Weights>>;
  readonly observed: Map<string, Promise<Observed>>;
}

const caches = new WeakMap<Engine, WeakMap<DigitSource, Map<string, ReplicateCache>>>();

/** The cache of the replicate that `key` stands for. It is empty for a new replicate. */
export function replicateCacheOf(engine: Engine, digits: DigitSource, key: string): ReplicateCache {
  const bySource = caches.get(engine) ?? new WeakMap<DigitSource, Map<string, ReplicateCache>>();
  caches.set(engine, bySource);
  const byKey = bySource.get(digits) ?? new Map<string, ReplicateCache>();
  bySource.set(digits, byKey);
  const cache = byKey.get(key) ?? { weights: new Map(), observed: new Map() };
  // A map keeps the order of insertion, so the first entry is the one that was used least recently.
  byKey.delete(key);
  byKey.set(key, cache);
  if (byKey.size > CACHED_REPLICATES) byKey.delete(byKey.keys().next().value!);
  return cache;
}

/** The value that was made for these conditions. It is made at the first call. */
export function memoize<T>(made: Map<string, T>, conditions: unknown, make: () => T): T {
  const key = JSON.stringify(conditions);
  const value = made.get(key) ?? make();
  made.set(key, value);
  return value;
}
