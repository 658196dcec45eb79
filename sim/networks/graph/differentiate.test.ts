import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, affine, bceWithLogits, exp, input, linear, multiply, parameter, sum } from './build.ts';
import { gradients } from './differentiate.ts';
import type { Value } from './operation.ts';
import { interpret, type Matrix } from './testing/interpreter.ts';
import { type Case, cases, models, norm, parametersOf } from './testing/models.ts';
import { inOrder } from './visit.ts';

/** Largest relative error of a gradient. */
const TOLERANCE = 1e-4;

/** Step of the central differences for which the errors of rounding and truncation are about equal: ∛2⁻⁵². */
const STEP = Math.cbrt(Number.EPSILON);

const gated = ({ operation }: Value): boolean => operation.kind === 'relu' || operation.kind === 'leakyRelu';

/** Which rectifiers are open, entry by entry. Between two weights for which this differs, the loss has a kink. */
function open(values: Map<Value, Matrix>): string {
  const signs = [...values]
    .filter(([value]) => gated(value))
    .map(([, { entries }]) => [...entries.map((x) => Number(x > 0))]);
  return JSON.stringify(signs);
}

/** Central difference quotients of the loss by every weight, and a bound on their rounding error. */
function differences({ model, feeds, weights }: Case): { quotients: Float64Array; rounding: number } {
  let largest = 0;
  const quotients = Float64Array.from(weights, (_, i) => {
    const [above, below] = [STEP, -STEP].map((step) => {
      const moved = Float64Array.from(weights);
      moved[i]! += step;
      return interpret([model.loss], feeds, parametersOf(model, moved));
    });
    fc.pre(open(above!) === open(below!));
    for (const { entries } of above!.values()) largest = Math.max(largest, norm(entries));
    return (above!.get(model.loss)!.entries[0]! - below!.get(model.loss)!.entries[0]!) / (2 * STEP);
  });
  const operations = inOrder(model.loss).length;
  return { quotients, rounding: (operations * largest * Number.EPSILON) / STEP };
}

describe('the gradient of', () => {
  test.each(models)('%s agrees with central differences', (_, model) => {
    fc.assert(
      fc.property(cases(model), (drawn) => {
        const { model, feeds, weights } = drawn;
        const values = gradients(model.loss, model.parameters);
        const computed = interpret(values, feeds, parametersOf(model, weights));
        const gradient = values.flatMap((value) => [...computed.get(value)!.entries]);
        const { quotients, rounding } = differences(drawn);
        expect(gradient.length).toBe(model.size);
        const error = norm(gradient.map((entry, i) => entry - quotients[i]!));
        expect(error).toBeLessThanOrEqual(TOLERANCE * norm(quotients) + rounding);
      }),
      { numRuns: 10 },
    );
  });
});

describe('differentiation', () => {
  const scale = parameter('scale', 1, 1, 'zero');
  const parameters = [{ name: 'scale', rows: 1, columns: 1, offset: 0, initializer: 'zero' as const }];

  test('visits a value once, even if many paths lead to it', () => {
    let value: Value = scale;
    // 2⁶⁰ paths lead down.
    for (let level = 0; level < 60; level += 1) value = affine(add(value, value), 0.5);
    const [gradient] = gradients(value, parameters);
    expect(interpret([gradient!], {}, { scale: [3] }).get(gradient!)!.entries[0]).toBe(1);
  });

  test('gives the adjoint of logits as sigmoid minus targets, without a product', () => {
    const logits = linear(input('x', 2), 'layer', 3);
    const bias = { name: 'layer.bias', rows: 1, columns: 3, offset: 0, initializer: 'zero' as const };
    const [gradient] = gradients(bceWithLogits(logits, input('t', 3)), [bias]);
    const [delta] = gradient!.operands;
    expect(gradient!.operation.kind).toBe('sumRows');
    expect(delta!.operation.kind).toBe('subtract');
    expect(delta!.operands.map(({ operation }) => operation.kind)).toEqual(['sigmoid', 'input']);
  });

  test('refuses a parameter that the loss does not depend on, and a second derivative', () => {
    expect(() => gradients(sum(input('x', 2)), parameters)).toThrow(
      'the loss does not depend on the parameter "scale"',
    );
    const square = multiply(scale, scale);
    const [gradient] = gradients(exp(sum(square)), parameters);
    expect(() => gradients(gradient!, parameters)).toThrow('which cannot be differentiated again');
  });
});
