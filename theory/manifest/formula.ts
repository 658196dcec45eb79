import { Evaluator, type FormulaValues } from './evaluate.ts';
import { asCall, asSymbol, parseExpression } from './expression.ts';
import type { Glossary } from './glossary.ts';
import { type Formula, type Statement, statementById } from './statement.ts';
import { formulaTex, symbolTex } from './typeset.ts';

/** The formulas of a theory by id: those of its statements, and those of the definitions of its glossary. */
export interface CompiledFormulas {
  /** @throws RangeError when the id has no formula. */
  formulaOf(id: string): Formula;
  /** TeX of both sides. @throws RangeError when the id has no formula. */
  formulaTex(id: string): string;
  /**
   * Evaluates the very expression that formulaTex prints, with mathjs. Returns its components: one, unless the formula is a vector.
   * @throws RangeError when the id has no formula; Error of mathjs when a value is missing.
   */
  evaluateFormula(id: string, values: FormulaValues): number[];
  /**
   * Names of the definitions that a formula rests on, directly or not, in the order of the glossary.
   * @throws RangeError when the id has no formula.
   */
  definitionsOf(id: string): string[];
}

/** The formulas of these statements over this glossary. Each expression is compiled when it is first evaluated. */
export function compileFormulas({
  statements,
  glossary,
}: {
  readonly statements: readonly Statement[];
  readonly glossary: Glossary;
}): CompiledFormulas {
  const { definitions } = glossary;
  const evaluator = new Evaluator(definitions);

  function formulaOf(id: string): Formula {
    const definition = definitions[id];
    if (definition === undefined) {
      const { formula } = statementById(statements, id);
      if (formula === undefined) throw new RangeError(`statement "${id}" has no formula`);
      return formula;
    }
    const { tex, argument, expression } = definition;
    const left = argument === undefined ? tex : `${tex}(${symbolTex(glossary, argument)})`;
    return { left, relation: '=', expression };
  }

  return {
    formulaOf,
    formulaTex: (id) => formulaTex(formulaOf(id), glossary),
    evaluateFormula(id, values) {
      const formula = formulaOf(id);
      return evaluator.evaluate(formula.expression, valuesAt(formula, values));
    },
    definitionsOf(id) {
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
    },
  };
}

/** The values at which a formula stands: its `at` is applied. */
export function valuesAt(formula: Formula, values: FormulaValues): FormulaValues {
  const replaced = Object.entries(formula.at ?? {}).map(([name, by]) => [name, values[by] ?? Number.NaN] as const);
  return { ...values, ...Object.fromEntries(replaced) };
}
