import type { Stream } from '../../random/stream.ts';
import type { Weights } from '../engine.ts';
import type { Model } from './model.ts';

/**
 * Weights to start training from: uniform on ±√(6 / (rows + columns)) (Glorot & Bengio 2010, eq. 16) or zero, as each
 * parameter says, in their order.
 * @param starts Entries of single parameters by name, row-major, in place of that.
 * @throws RangeError when a start has another length than its parameter, or names none.
 */
export function startWeights(
  model: Model,
  stream: Stream,
  starts: Readonly<Record<string, Float32Array>> = {},
): Weights {
  const weights = new Float32Array(model.size);
  for (const { rows, columns, offset, start } of model.parameters) {
    if (start === 'zero') continue;
    const reach = Math.sqrt(6 / (rows + columns));
    for (let i = offset; i < offset + rows * columns; i += 1) weights[i] = reach * (2 * stream.uniform() - 1);
  }
  for (const [name, values] of Object.entries(starts)) {
    const parameter = model.parameters.find((each) => each.name === name);
    if (parameter === undefined) throw new RangeError(`the model "${model.name}" has no parameter "${name}" to start`);
    const { rows, columns, offset } = parameter;
    if (values.length !== rows * columns) {
      throw new RangeError(`the start of "${name}" has ${values.length} numbers, not ${rows} × ${columns}`);
    }
    weights.set(values, offset);
  }
  return weights;
}
