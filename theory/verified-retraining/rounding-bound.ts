import type { ConstantNode, MathNode, OperatorNode } from 'mathjs/number';
import {
  asCall,
  asEntry,
  asSum,
  asSymbol,
  components,
  parseExpression,
  withoutParentheses,
} from '../manifest/expression.ts';
import { type FormulaValues, formulaOf, narrowed, valuesAt } from '../manifest/formula.ts';
import { definitions } from './glossary.ts';

/** Unit roundoff 2⁻⁵³ of double precision: what +, −, ×, ÷ and √ commit, relative to their result. */
const ROUNDOFF = Number.EPSILON / 2;
/** exp, pow and erf of fdlibm and of Cody's approximations stay within 2 units in the last place, 4 roundoffs. */
const LIBRARY_ROUNDOFF = 4 * ROUNDOFF;

/** A value and a bound of its absolute rounding error, to first order in the roundoff. */
interface Rounded {
  readonly value: number;
  readonly error: number;
}

/**
 * Running error analysis (Higham, Accuracy and Stability of Numerical Algorithms, §3.3): bounds of the absolute rounding errors of
 * evaluateFormula(id, values), one a component. It is how far two double-precision evaluations may lie from the exact value.
 * @throws RangeError when the id has no formula or a value is missing.
 */
export function roundingBound(id: string, values: FormulaValues): number[] {
  const formula = formulaOf(id);
  const at = valuesAt(formula, values);
  return components(parseExpression(formula.expression)).map((part) => rounded(part, at).error);
}

function rounded(wrapped: MathNode, values: FormulaValues): Rounded {
  const node = withoutParentheses(wrapped);
  const name = asSymbol(node) ?? asEntry(node)?.name;
  if (name !== undefined) return roundedSymbol(name, values);
  const sum = asSum(node);
  if (sum !== undefined) {
    const first = rounded(sum.first, values).value;
    let total: Rounded = { value: 0, error: 0 };
    for (let j = first; j <= rounded(sum.last, values).value; j++) {
      total = roundedOperation('add', [total, rounded(sum.body, narrowed(values, sum.index, j, first))]);
    }
    return total;
  }
  const call = asCall(node);
  if (call !== undefined) return roundedCall(call.name, call.arguments[0]!, values);
  if (node.type === 'ConstantNode') return { value: Number((node as ConstantNode).value), error: 0 };
  const { fn, args } = node as OperatorNode;
  return roundedOperation(
    fn,
    args.map((operand) => rounded(operand, values)),
  );
}

function roundedSymbol(name: string, values: FormulaValues): Rounded {
  const value = values[name];
  if (typeof value === 'number') return { value, error: 0 };
  if (name === 'pi') return { value: Math.PI, error: ROUNDOFF * Math.PI };
  const definition = definitions[name];
  if (definition === undefined) throw new RangeError(`no number for the symbol "${name}"`);
  return rounded(parseExpression(definition.expression), values);
}

function roundedCall(name: string, argument: MathNode, values: FormulaValues): Rounded {
  const definition = definitions[name];
  if (definition !== undefined) {
    const body = parseExpression(definition.expression);
    const applied = body.transform((node) => (asSymbol(node) === definition.argument ? argument : node));
    return rounded(applied, values);
  }
  const { value: x, error } = rounded(argument, values);
  if (name === 'sqrt') return { value: Math.sqrt(x), error: error / (2 * Math.sqrt(x)) + ROUNDOFF * Math.sqrt(x) };
  if (name === 'exp') return { value: Math.exp(x), error: Math.exp(x) * (error + LIBRARY_ROUNDOFF) };
  if (name !== 'erf') throw new RangeError(`no rounding error known for the function "${name}"`);
  // erf′ ≤ 2/√π and |erf| < 1 suffice here: erf only occurs in 1 + erf.
  return { value: erf(x), error: (2 / Math.sqrt(Math.PI)) * error + LIBRARY_ROUNDOFF };
}

const erf = (x: number): number => parseExpression('erf(x)').compile().evaluate({ x });

function roundedOperation(operation: string, [a, b]: readonly Rounded[]): Rounded {
  if (a === undefined) throw new RangeError(`no operand for ${operation}`);
  if (b === undefined) return { value: -a.value, error: a.error };
  const make = (value: number, error: number, roundoff = ROUNDOFF) => ({
    value,
    error: error + roundoff * Math.abs(value),
  });
  switch (operation) {
    case 'add':
      return make(a.value + b.value, a.error + b.error);
    case 'subtract':
      return make(a.value - b.value, a.error + b.error);
    case 'multiply':
      return make(a.value * b.value, Math.abs(a.value) * b.error + Math.abs(b.value) * a.error);
    case 'divide':
      return make(a.value / b.value, (a.error + Math.abs(a.value / b.value) * b.error) / Math.abs(b.value));
    case 'pow': {
      // Exponents are whole numbers here: exact.
      const slope = b.value === 0 ? 0 : b.value * Math.abs(a.value) ** (b.value - 1);
      return make(a.value ** b.value, slope * a.error, LIBRARY_ROUNDOFF);
    }
    default:
      throw new RangeError(`no rounding error known for the operation "${operation}"`);
  }
}
