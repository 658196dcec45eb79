import type { Feeds } from '../engine.ts';
import type { Model } from '../graph/model.ts';

/**
 * The number of rows of the feeds.
 * @param needed Names of the inputs that must be fed: all of the model's when absent. Others of the model may be.
 * @param rows The number of rows that there must be: any when absent.
 * @throws RangeError on a name that the model does not have, a missing one, and lengths that make no such rows.
 */
export function rowsOf(
  model: Model,
  feeds: Feeds,
  needed: readonly string[] = Object.keys(model.inputs),
  rows?: number,
): number {
  const missing = needed.find((name) => feeds[name] === undefined);
  if (missing !== undefined) {
    throw new RangeError(`the model "${model.name}" needs a feed "${missing}"; fed are ${list(Object.keys(feeds))}`);
  }
  let found = rows;
  for (const [name, values] of Object.entries(feeds)) {
    const columns = model.inputs[name];
    if (columns === undefined) {
      throw new RangeError(`the model "${model.name}" has no input "${name}", only ${list(Object.keys(model.inputs))}`);
    }
    found ??= values.length / columns;
    if (values.length !== found * columns || found < 1 || !Number.isSafeInteger(found)) {
      const expected = Number.isSafeInteger(found) ? `${found} rows` : 'rows';
      throw new RangeError(`the feed "${name}" has ${values.length} numbers, not ${expected} of ${columns}`);
    }
  }
  if (found === undefined) throw new RangeError(`the model "${model.name}" is fed nothing`);
  return found;
}

/** @throws RangeError when the vector is not as long as the model's weights. */
export function requireWeights(model: Model, weights: Float32Array): void {
  if (weights.length !== model.size) {
    throw new RangeError(`the model "${model.name}" has ${model.size} weights, not ${weights.length}`);
  }
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
}
