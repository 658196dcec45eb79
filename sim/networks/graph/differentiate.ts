import { type Adjoint, asValue, plus } from './adjoint.ts';
import type { Parameter } from './model.ts';
import type { Value } from './operation.ts';
import { pullBack } from './pull-back.ts';
import { inOrder } from './visit.ts';

/**
 * Gradients of a 1 × 1 loss by the parameters, in their order and with their shapes, by reverse-mode differentiation: from the loss down,
 * each value passes its adjoint on to its operands, which sum up what they receive.
 * @throws RangeError when the loss does not depend on a parameter, or contains operations of the second group.
 */
export function gradients(loss: Value, parameters: readonly Parameter[]): Value[] {
  const adjoints = new Map<Value, Adjoint>([[loss, 1]]);
  const gradientOf = new Map<string, Value>();
  for (const value of inOrder(loss).toReversed()) {
    // All values that use this one come before it here, so its adjoint is complete.
    const adjoint = adjoints.get(value)!;
    if (value.operation.kind === 'parameter') {
      // Two layers that share a parameter have a value each.
      const { name } = value.operation;
      const known = gradientOf.get(name);
      gradientOf.set(name, asValue(known === undefined ? adjoint : plus(known, adjoint), value));
    }
    pullBack(value, adjoint).forEach((contribution, i) => {
      const operand = value.operands[i]!;
      const known = adjoints.get(operand);
      adjoints.set(operand, known === undefined ? contribution : plus(known, contribution));
    });
  }
  return parameters.map(({ name }) => {
    const gradient = gradientOf.get(name);
    if (gradient === undefined) throw new RangeError(`the loss does not depend on the parameter "${name}"`);
    return gradient;
  });
}
