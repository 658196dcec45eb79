import type { MathNode, OperatorNode } from 'mathjs/number';
import { definitions, givenSymbols } from '../verified-retraining/glossary.ts';
import { asCall, asEntry, asSum, asSymbol, components, withoutParentheses } from './expression.ts';

/**
 * TeX of a name of the glossary, with a subscript when one is given: m_{1} and j make m_{1,j}.
 * @throws RangeError for a name that the glossary does not have.
 */
export function symbolTex(name: string, subscript?: string): string {
  const tex = (definitions[name] ?? givenSymbols[name])?.tex;
  if (tex === undefined) throw new RangeError(`no symbol "${name}" in theory/glossary.ts`);
  if (subscript === undefined) return tex;
  return tex.endsWith('}') && tex.includes('_{') ? `${tex.slice(0, -1)},${subscript}}` : `${tex}_{${subscript}}`;
}

const isSumOfTerms = (node: MathNode) =>
  node.type === 'OperatorNode' && ['add', 'subtract'].includes((node as OperatorNode).fn);

const options = { parenthesis: 'auto', implicit: 'hide', handler: nodeTex };

function nodeTex(node: MathNode): string | undefined {
  const symbol = asSymbol(node);
  if (symbol !== undefined) return symbolTex(symbol);
  const entry = asEntry(node);
  if (entry !== undefined) return symbolTex(entry.name, entry.index);
  const sum = asSum(node);
  if (sum !== undefined) {
    const body = withoutParentheses(sum.body);
    const bodyTex = isSumOfTerms(body) ? `\\left[${body.toTex(options)}\\right]` : body.toTex(options);
    return `\\sum_{${sum.index}=${sum.first.toTex(options)}}^{${sum.last.toTex(options)}}${bodyTex}`;
  }
  const call = asCall(node);
  if (call === undefined || ['exp', 'sqrt'].includes(call.name)) return undefined;
  const name = call.name === 'erf' ? '\\operatorname{erf}' : symbolTex(call.name);
  return `${name}\\left(${call.arguments.map((argument) => argument.toTex(options)).join(',')}\\right)`;
}

/** TeX of an expression in the symbols of the paper; a vector is written as a tuple. */
export function expressionTex(node: MathNode): string {
  const parts = components(node).map((part) => part.toTex(options).replaceAll('\\cdot', '\\,'));
  return parts.length === 1 ? parts.join() : `\\left(${parts.join(',\\;')}\\right)`;
}
