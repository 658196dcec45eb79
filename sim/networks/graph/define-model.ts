import type { Model, Parameter } from './model.ts';
import type { Value } from './operation.ts';
import { shapeOf } from './shape.ts';
import type { ParameterValue } from './values.ts';
import { inOrder } from './visit.ts';

/**
 * The model that minimizes `loss` and has the named `outputs`. Its parameters are those that the loss depends on, in the order in which the
 * loss uses them. Its inputs are those of the loss and of the outputs.
 * @throws RangeError when the loss is not 1 × 1, when one name stands for two shapes or initializers, or when an output depends on a parameter
 * that the loss does not depend on.
 */
export function defineModel(
  name: string,
  { loss, outputs }: { readonly loss: Value; readonly outputs: Readonly<Record<string, Value>> },
): Model {
  if (loss.rows !== 1 || loss.columns !== 1) {
    throw new RangeError(`the loss of the model "${name}" must be 1 × 1, not ${shapeOf(loss)}`);
  }
  const parameters = new Map<string, Parameter>();
  let size = 0;
  for (const value of inOrder(loss).filter(isParameter)) {
    const { operation, rows, columns, initializer } = value;
    if (parameters.has(operation.name)) continue;
    parameters.set(operation.name, { name: operation.name, rows, columns, offset: size, initializer });
    size += rows * columns;
  }
  const all = inOrder(loss, ...Object.values(outputs));
  for (const value of all.filter(isParameter)) requireSame(parameters.get(value.operation.name), value);
  return { name, parameters: [...parameters.values()], size, inputs: inputsOf(all), loss, outputs };
}

/** Columns of the inputs among the values, by name. @throws RangeError when two inputs of one name have different shapes. */
export function inputsOf(values: readonly Value[]): Record<string, number> {
  const inputs: Record<string, number> = {};
  for (const { operation, columns } of values) {
    if (operation.kind !== 'input') continue;
    const known = inputs[operation.name];
    if (known !== undefined && known !== columns) {
      throw new RangeError(`the input "${operation.name}" has ${known} columns in one place and ${columns} in another`);
    }
    inputs[operation.name] = columns;
  }
  return inputs;
}

function isParameter(value: Value): value is ParameterValue {
  return value.operation.kind === 'parameter';
}

function requireSame(known: Parameter | undefined, value: ParameterValue): void {
  const { name } = value.operation;
  if (known === undefined) throw new RangeError(`an output depends on "${name}", which the loss does not train`);
  if (known.rows === value.rows && known.columns === value.columns && known.initializer === value.initializer) return;
  const here = `${known.rows} × ${known.columns} (${known.initializer})`;
  throw new RangeError(
    `the parameter "${name}" is ${here} in one place and ${shapeOf(value)} (${value.initializer}) in another`,
  );
}
