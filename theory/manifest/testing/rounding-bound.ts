import type { ConstantNode, EvalFunction, MathNode, OperatorNode } from 'mathjs/number';
import { type FormulaValues, narrowed } from '../evaluate.ts';
import {
  asCall,
  asEntry,
  asSum,
  asSymbol,
  components,
  parseExpression,
  type Sum,
  withoutParentheses,
} from '../expression.ts';
import { valuesAt } from '../formula.ts';
import type { Glossary } from '../glossary.ts';
import type { Formula } from '../statement.ts';

/** Unit roundoff 2⁻⁵³ of double precision: the error of +, −, ×, ÷ and √, relative to their result. */
const ROUNDOFF = Number.EPSILON / 2;
/** exp, pow and erf of fdlibm and of Cody's approximations stay within 2 units in the last place, 4 roundoffs. */
const LIBRARY_ROUNDOFF = 4 * ROUNDOFF;

/** A value and a bound of its absolute rounding error, to first order in the roundoff. */
interface Rounded {
  readonly value: number;
  readonly error: number;
}

/**
 * Running error analysis (Higham, Accuracy and Stability of Numerical Algorithms, §3.3): bounds of the absolute rounding errors of a formula
 * that is evaluated in double precision, one for each component. The exact value lies no farther from the computed one.
 * @throws RangeError when a value is missing, or no rounding error is known for a function or an operation.
 */
export function roundingBound(formula: Formula, { definitions }: Glossary, values: FormulaValues): number[] {
  const analysis = new ErrorAnalysis(definitions, valuesAt(formula, values));
  return components(parseExpression(formula.expression)).map((part) => analysis.of(part).error);
}

class ErrorAnalysis {
  readonly #definitions: Glossary['definitions'];
  readonly #values: FormulaValues;
  readonly #known: Map<string, Rounded>;

  /** @param given Names that stand for values with an error, such as the argument of a defined function. */
  constructor(definitions: Glossary['definitions'], values: FormulaValues, given: readonly [string, Rounded][] = []) {
    this.#definitions = definitions;
    this.#values = values;
    this.#known = new Map(given);
  }

  of(wrapped: MathNode): Rounded {
    const node = withoutParentheses(wrapped);
    const name = asSymbol(node) ?? asEntry(node)?.name;
    if (name !== undefined) return this.#symbol(name);
    const sum = asSum(node);
    if (sum !== undefined) return this.#sum(sum);
    const call = asCall(node);
    if (call !== undefined) return this.#call(call.name, this.of(call.arguments[0]!));
    if (node.type === 'ConstantNode') return { value: Number((node as ConstantNode).value), error: 0 };
    const { fn, args } = node as OperatorNode;
    return roundedOperation(
      fn,
      args.map((operand) => this.of(operand)),
    );
  }

  #symbol(name: string): Rounded {
    const rounded = this.#known.get(name) ?? this.#value(name);
    this.#known.set(name, rounded);
    return rounded;
  }

  #value(name: string): Rounded {
    const value = this.#values[name];
    if (typeof value === 'number') return { value, error: 0 };
    if (name === 'pi') return { value: Math.PI, error: ROUNDOFF * Math.PI };
    const definition = this.#definitions[name];
    if (definition === undefined) throw new RangeError(`no number for the symbol "${name}"`);
    return this.of(parseExpression(definition.expression));
  }

  #sum({ index, first, last, body }: Sum): Rounded {
    const start = this.of(first).value;
    let total: Rounded = { value: 0, error: 0 };
    for (let j = start; j <= this.of(last).value; j++) {
      const term = new ErrorAnalysis(this.#definitions, narrowed(this.#values, index, j, start));
      total = roundedOperation('add', [total, term.of(body)]);
    }
    return total;
  }

  #call(name: string, x: Rounded): Rounded {
    const definition = this.#definitions[name];
    if (definition === undefined) return roundedFunction(name, x);
    const inner = new ErrorAnalysis(this.#definitions, this.#values, [[definition.argument!, x]]);
    return inner.of(parseExpression(definition.expression));
  }
}

let compiledErf: EvalFunction | undefined;

function erf(x: number): number {
  compiledErf ??= parseExpression('erf(x)').compile();
  return compiledErf.evaluate({ x });
}

function roundedFunction(name: string, { value: x, error }: Rounded): Rounded {
  if (name === 'sqrt') return { value: Math.sqrt(x), error: error / (2 * Math.sqrt(x)) + ROUNDOFF * Math.sqrt(x) };
  if (name === 'exp') return { value: Math.exp(x), error: Math.exp(x) * (error + LIBRARY_ROUNDOFF) };
  if (name !== 'erf') throw new RangeError(`no rounding error known for the function "${name}"`);
  // erf′ ≤ 2/√π and |erf| < 1 suffice here: erf only occurs in 1 + erf.
  return { value: erf(x), error: (2 / Math.sqrt(Math.PI)) * error + LIBRARY_ROUNDOFF };
}

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
