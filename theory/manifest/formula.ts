import type { EvalFunction, MathNode } from 'mathjs/number';
import { definitions } from '../verified-retraining/glossary.ts';
import { statement } from '../verified-retraining/statements/index.ts';
import { asCall, asEntry, asSymbol, components, parseExpression, sumOf } from './expression.ts';
import type { Formula, Statement } from './statement.ts';
import { expressionTex, symbolTex } from './typeset.ts';

/** Values of the given symbols: a number, or a vector with one entry a direction or a round. */
export type FormulaValues = Readonly<Record<string, number | readonly number[]>>;

/**
 * The values as the index of a sum sees them: x[j] is x, every vector being narrowed to its entry of the j-th term.
 * Vectors start at the first index of their sum: direction 1 and round 0 are both entry 0.
 */
export function narrowed(values: FormulaValues, index: string, term: number, first: number): FormulaValues {
  const entries = Object.entries(values).map(([name, value]) => {
    const narrow = typeof value === 'number' ? value : value[term - first];
    return narrow === undefined ? undefined : ([name, narrow] as const);
  });
  return { ...Object.fromEntries(entries.filter((entry) => entry !== undefined)), [index]: term };
}

/** The formula of a statement, or of a definition of the glossary. @throws RangeError when the id has none. */
export function formulaOf(id: string): Formula {
  const definition = definitions[id];
  if (definition === undefined) {
    const { formula } = statement(id);
    if (formula === undefined) throw new RangeError(`statement "${id}" has no formula`);
    return formula;
  }
  const { argument, expression } = definition;
  const left = argument === undefined ? symbolTex(id) : `${symbolTex(id)}(${symbolTex(argument)})`;
  return { left, relation: '=', expression };
}

/** The values at which a formula stands, once its `at` is applied. */
export function valuesAt(formula: Formula, values: FormulaValues): FormulaValues {
  const replaced = Object.entries(formula.at ?? {}).map(([name, by]) => [name, values[by] ?? Number.NaN] as const);
  return { ...values, ...Object.fromEntries(replaced) };
}

const compiled = new Map<string, EvalFunction[]>();

const withoutIndices = (node: MathNode): MathNode =>
  node.transform((inner) => {
    const entry = asEntry(inner);
    return entry === undefined ? inner : parseExpression(entry.name);
  });

function compile(expression: string): EvalFunction[] {
  const known = compiled.get(expression);
  if (known !== undefined) return known;
  const fresh = components(withoutIndices(parseExpression(expression))).map((part) => part.compile());
  compiled.set(expression, fresh);
  return fresh;
}

const evaluateAt = (expression: string, values: FormulaValues): number[] =>
  compile(expression).map((part) => part.evaluate(new FormulaScope(values)));

/** The scope of mathjs in which given symbols have their values, and every other name its definition. */
class FormulaScope extends Map<string, unknown> {
  readonly given: FormulaValues;

  constructor(given: FormulaValues) {
    super();
    this.given = given;
  }

  override has(name: string): boolean {
    return name === 'sumOver' || name in this.given || name in definitions;
  }

  override get(name: string): unknown {
    if (name === 'sumOver') return Object.assign((parts: MathNode[]) => this.sum(parts), { rawArgs: true });
    const value = this.given[name];
    if (value !== undefined) return value;
    const definition = definitions[name];
    if (definition === undefined) return undefined;
    const { argument, expression } = definition;
    if (argument === undefined) return evaluateAt(expression, this.given)[0];
    return (x: number) => evaluateAt(expression, { ...this.given, [argument]: x })[0];
  }

  sum(parts: readonly MathNode[]): number {
    const { index, first, last, body } = sumOf(parts);
    const start: number = first.evaluate(this);
    const end: number = last.evaluate(this);
    const term = body.compile();
    let total = 0;
    for (let j = start; j <= end; j++) {
      total += term.evaluate(new FormulaScope(narrowed(this.given, index, j, start)));
    }
    return total;
  }
}

/**
 * Evaluates the formula of a statement (or of a definition) with mathjs: the very expression that formulaTex prints.
 * Returns its components: one, unless the formula is a vector.
 * @throws RangeError when the id has no formula; Error of mathjs when a value is missing.
 */
export function evaluateFormula(id: string, values: FormulaValues): number[] {
  const formula = formulaOf(id);
  return evaluateAt(formula.expression, valuesAt(formula, values));
}

/** TeX of the formula of a statement (or of a definition), both sides. @throws RangeError when the id has no formula. */
export function formulaTex(id: string): string {
  const { left, relation, expression, at } = formulaOf(id);
  const where = Object.entries(at ?? {}).map(([name, by]) => `\\quad\\text{at}\\ ${symbolTex(name)}=${symbolTex(by)}`);
  return `${left}${relation}${expressionTex(parseExpression(expression))}${where.join('')}`;
}

/** TeX of any statement: that of its formula, or the hand-written one. */
export function statementTex({ id, tex }: Statement, _glossary?: unknown): string {
  return tex ?? formulaTex(id);
}

/** Names of the definitions that a formula rests on, directly or not, in the order of the glossary. */
export function definitionsOf(id: string): string[] {
  const used = new Set<string>();
  const visit = (expression: string) =>
    parseExpression(expression).traverse((node) => {
      const name = asSymbol(node) ?? asCall(node)?.name;
      const definition = name === undefined ? undefined : definitions[name];
      if (name === undefined || definition === undefined || used.has(name)) return;
      used.add(name);
      visit(definition.expression);
    });
  visit(formulaOf(id).expression);
  return Object.keys(definitions).filter((name) => used.has(name));
}
