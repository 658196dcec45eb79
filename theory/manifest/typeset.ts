import type { MathNode, OperatorNode } from 'mathjs/number';
import { asCall, asEntry, asSum, asSymbol, components, parseExpression, withoutParentheses } from './expression.ts';
import type { Glossary } from './glossary.ts';
import type { Formula, Statement } from './statement.ts';

/** TeX of any statement: of its formula, or what is written by hand. @throws RangeError for a name that the glossary does not have. */
export function statementTex({ formula, tex }: Statement, glossary: Glossary): string {
  return formula === undefined ? tex : formulaTex(formula, glossary);
}

/** TeX of a formula, both sides. @throws RangeError for a name that the glossary does not have. */
export function formulaTex({ left, relation, expression, at = {} }: Formula, glossary: Glossary): string {
  const symbol = (name: string) => symbolTex(glossary, name);
  const where = Object.entries(at).map(([name, by]) => `\\quad\\text{at}\\ ${symbol(name)}=${symbol(by)}`);
  return `${left}${relation}${expressionTex(parseExpression(expression), glossary)}${where.join('')}`;
}

/**
 * TeX of a name of the glossary, with a subscript when one is given: m_{1} and j make m_{1,j}.
 * @throws RangeError for a name that the glossary does not have.
 */
export function symbolTex({ definitions, givenSymbols }: Glossary, name: string, subscript?: string): string {
  const tex = (definitions[name] ?? givenSymbols[name])?.tex;
  if (tex === undefined) throw new RangeError(`no symbol "${name}" in the glossary`);
  if (subscript === undefined) return tex;
  return tex.endsWith('}') && tex.includes('_{') ? `${tex.slice(0, -1)},${subscript}}` : `${tex}_{${subscript}}`;
}

/** TeX of an expression in the symbols of the glossary; a vector is written as a tuple. */
export function expressionTex(expression: MathNode, glossary: Glossary): string {
  const texOf = (node: MathNode): string => node.toTex({ parenthesis: 'auto', implicit: 'hide', handler });

  function handler(node: MathNode): string | undefined {
    const symbol = asSymbol(node);
    if (symbol !== undefined) return symbolTex(glossary, symbol);
    const entry = asEntry(node);
    if (entry !== undefined) return symbolTex(glossary, entry.name, entry.index);
    const sum = asSum(node);
    if (sum !== undefined) {
      const body = withoutParentheses(sum.body);
      const bodyTex = isSumOfTerms(body) ? `\\left[${texOf(body)}\\right]` : texOf(body);
      return `\\sum_{${sum.index}=${texOf(sum.first)}}^{${texOf(sum.last)}}${bodyTex}`;
    }
    const call = asCall(node);
    // mathjs has TeX of its own for these two.
    if (call === undefined || ['exp', 'sqrt'].includes(call.name)) return undefined;
    const name = call.name === 'erf' ? '\\operatorname{erf}' : symbolTex(glossary, call.name);
    return `${name}\\left(${call.arguments.map(texOf).join(',')}\\right)`;
  }

  const parts = components(expression).map((part) => texOf(part).replaceAll('\\cdot', '\\,'));
  return parts.length === 1 ? parts.join() : `\\left(${parts.join(',\\;')}\\right)`;
}

const isSumOfTerms = (node: MathNode) =>
  node.type === 'OperatorNode' && ['add', 'subtract'].includes((node as OperatorNode).fn);
