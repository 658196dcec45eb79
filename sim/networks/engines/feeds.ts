import type { Feeds } from '../engine.ts';
import type { Model } from '../graph/model.ts';

/**
 * Checks the feeds of a model and returns their number of rows.
 * @param needed names of the inputs that must be fed; all inputs of the model when absent. Its other inputs may be fed too.
 * @param rows the required number of rows; any number when absent.
 * @throws RangeError when a needed feed is missing, the model has no input of some name, or a feed does not have the right number of entries.
 */
export function rowsOf(
  model: Model,
  feeds: Feeds,
  needed: readonly string[] = Object.keys(model.inputs),
  rows?: number,
): number {
  const missing = needed.find((name) => feeds[name] === undefined);
  if (missing !== undefined) {
    throw new RangeError(`the model "${model.name}" needs a feed "${missing}", got ${list(Object.keys(feeds))}`);
  }
  let found = rows;
  for (const [name, values] of Object.entries(feeds)) {
    const columns = model.inputs[name];
    if (columns === undefined) {
      throw new RangeError(
        `the model "${model.name}" has no input "${name}": its inputs are ${list(Object.keys(model.inputs))}`,
      );
    }
    found ??= values.length / columns;
    if (values.length !== found * columns || found < 1 || !Number.isSafeInteger(found)) {
      const expected = Number.isSafeInteger(found) ? `${found} rows` : 'whole rows';
      throw new RangeError(`the feed "${name}" has ${values.length} numbers, not ${expected} of ${columns}`);
    }
  }
  if (found === undefined)
    throw new RangeError(`the model "${model.name}" has no feeds, so the number of rows is unknown`);
  return found;
}

/** @throws RangeError when the vector does not have the length of the model's weights. */
export function requireWeights(model: Model, weights: Float32Array): void {
  if (weights.length !== model.size) {
    throw new RangeError(`the model "${model.name}" has ${model.size} weights, not ${weights.length}`);
  }
}

function list(names: readonly string[]): string {
  return names.length === 0 ? 'none' : names.map((name) => `"${name}"`).join(', ');
}
