import type { EvalFunction, MathNode } from 'mathjs/number';
import { asEntry, components, parseExpression, sumOf } from './expression.ts';
import type { Definition, Glossary } from './glossary.ts';

/** Values of the given symbols: a number each, or a vector with one entry per direction or round. */
export type FormulaValues = Readonly<Record<string, number | readonly number[]>>;

/**
 * The values in one term of a sum: every vector is narrowed to its entry of that term, so that x[j] is x.
 * Vectors start at the first index of their sum: direction 1 and round 0 are both entry 0.
 */
export function narrowed(values: FormulaValues, index: string, term: number, first: number): FormulaValues {
  const entries = Object.entries(values).map(([name, value]) => {
    const narrow = typeof value === 'number' ? value : value[term - first];
    return narrow === undefined ? undefined : ([name, narrow] as const);
  });
  return { ...Object.fromEntries(entries.filter((entry) => entry !== undefined)), [index]: term };
}

/** Evaluates expressions over given symbols and definitions with mathjs. */
export class Evaluator {
  readonly definitions: Glossary['definitions'];
  readonly #components = new Map<string, EvalFunction[]>();
  readonly #compiled = new WeakMap<MathNode, EvalFunction>();

  constructor(definitions: Glossary['definitions']) {
    this.definitions = definitions;
  }

  /** The components of an expression: one, unless it is a vector. @throws Error of mathjs when a value is missing. */
  evaluate(expression: string, values: FormulaValues): number[] {
    return this.evaluateIn(new FormulaScope(this, values), expression);
  }

  /** The same, with the names of a scope. */
  evaluateIn(scope: FormulaScope, expression: string): number[] {
    return this.#componentsOf(expression).map((part) => part.evaluate(scope));
  }

  /** A part of an expression, compiled once. */
  compiled(node: MathNode): EvalFunction {
    const compiled = this.#compiled.get(node) ?? node.compile();
    this.#compiled.set(node, compiled);
    return compiled;
  }

  #componentsOf(expression: string): EvalFunction[] {
    const known = this.#components.get(expression);
    if (known !== undefined) return known;
    const compiled = components(withoutIndices(parseExpression(expression))).map((part) => part.compile());
    this.#components.set(expression, compiled);
    return compiled;
  }
}

/** x[j] becomes x: the values of a term are narrowed to its entries. */
const withoutIndices = (expression: MathNode): MathNode =>
  expression.transform((node) => {
    const entry = asEntry(node);
    return entry === undefined ? node : parseExpression(entry.name);
  });

/** The scope of mathjs in which given symbols have their values, and every other name its definition. */
class FormulaScope extends Map<string, unknown> {
  readonly #evaluator: Evaluator;
  readonly #values: FormulaValues;
  /** Values of the definitions that were met. */
  readonly #defined = new Map<string, unknown>();

  constructor(evaluator: Evaluator, values: FormulaValues) {
    super();
    this.#evaluator = evaluator;
    this.#values = values;
  }

  override has(name: string): boolean {
    return name === 'sumOver' || name in this.#values || name in this.#evaluator.definitions;
  }

  override get(name: string): unknown {
    if (name === 'sumOver') return Object.assign((parts: MathNode[]) => this.#sum(parts), { rawArgs: true });
    const value = this.#values[name] ?? this.#defined.get(name);
    if (value !== undefined) return value;
    const definition = this.#evaluator.definitions[name];
    if (definition === undefined) return undefined;
    const defined = this.#valueOf(definition);
    this.#defined.set(name, defined);
    return defined;
  }

  #valueOf({ argument, expression }: Definition): unknown {
    if (argument === undefined) return this.#evaluator.evaluateIn(this, expression)[0];
    return (x: number) => this.#evaluator.evaluate(expression, { ...this.#values, [argument]: x })[0];
  }

  #sum(parts: readonly MathNode[]): number {
    const { index, first, last, body } = sumOf(parts);
    const start: number = this.#evaluator.compiled(first).evaluate(this);
    const end: number = this.#evaluator.compiled(last).evaluate(this);
    const term = this.#evaluator.compiled(body);
    let total = 0;
    for (let j = start; j <= end; j++) {
      total += term.evaluate(new FormulaScope(this.#evaluator, narrowed(this.#values, index, j, start)));
    }
    return total;
  }
}
