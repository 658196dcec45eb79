import type { Stream } from '../../random/stream.ts';
import type { Weights } from '../graph/model.ts';
import type { Model } from './model.ts';

/**
 * Initial weights of a model. Each parameter is uniform on ±√(6 / (rows + columns)) (Glorot & Bengio 2010, eq. 16) or zero, as its initializer
 * says.
 * @param given Entries of some parameters by name, row by row, which replace these.
 * @throws RangeError when given entries have another length than their parameter, or the model has no parameter of that name.
 */
export function initialWeights(
  model: Model,
  stream: Stream,
  given: Readonly<Record<string, Float32Array>> = {},
): Weights {
  const weights = new Float32Array(model.size);
  for (const { rows, columns, offset, initializer } of model.parameters) {
    if (initializer === 'zero') continue;
    const reach = Math.sqrt(6 / (rows + columns));
    for (let i = offset; i < offset + rows * columns; i += 1) weights[i] = reach * (2 * stream.uniform() - 1);
  }
  for (const [name, values] of Object.entries(given)) {
    const parameter = model.parameters.find((each) => each.name === name);
    if (parameter === undefined)
      throw new RangeError(`the model "${model.name}" has no parameter "${name}" to initialize`);
    const { rows, columns, offset } = parameter;
    if (values.length !== rows * columns) {
      throw new RangeError(`the initial entries of "${name}" are ${values.length} numbers, not ${rows} × ${columns}`);
    }
    weights.set(values, offset);
  }
  return weights;
}
