import {
  type AccessorNode,
  type ArrayNode,
  all,
  create,
  type FunctionNode,
  type MathNode,
  type ParenthesisNode,
  type SymbolNode,
} from 'mathjs/number';

const unbound = (): never => {
  throw new Error('sumOver is bound by the scope of a formula');
};

const math = create(all!);
// Raw arguments: the body of a sum is evaluated for every index, not once before the call.
math.import({ sumOver: Object.assign(unbound, { rawArgs: true }) }, {});

const parsed = new Map<string, MathNode>();

/** The parsed expression. @throws SyntaxError of mathjs when the text is no expression. */
export function parseExpression(expression: string): MathNode {
  const node = parsed.get(expression) ?? math.parse(expression);
  parsed.set(expression, node);
  return node;
}

/** The components of a vector expression; a scalar expression is its own only component. */
export function components(node: MathNode): MathNode[] {
  return node.type === 'ArrayNode' ? (node as ArrayNode).items : [node];
}

/** A sum Σ_{index=first}^{last} body. */
export interface Sum {
  readonly index: string;
  readonly first: MathNode;
  readonly last: MathNode;
  readonly body: MathNode;
}

/** The sum of a call sumOver(index, first, last, body); undefined for any other node. */
export function asSum(node: MathNode): Sum | undefined {
  const call = asCall(node);
  return call?.name === 'sumOver' ? sumOf(call.arguments) : undefined;
}

/** The sum of the four arguments of sumOver. @throws SyntaxError when they are no sum. */
export function sumOf([index, first, last, body]: readonly MathNode[]): Sum {
  if (index?.type !== 'SymbolNode' || first === undefined || last === undefined || body === undefined) {
    throw new SyntaxError('a sum is written sumOver(index, first, last, body)');
  }
  return { index: (index as SymbolNode).name, first, last, body };
}

/** Name and arguments of a function call; undefined for any other node. */
export function asCall(node: MathNode): { name: string; arguments: readonly MathNode[] } | undefined {
  if (node.type !== 'FunctionNode') return undefined;
  const { fn, args } = node as FunctionNode;
  return { name: fn.name, arguments: args };
}

/** Name and index of x[j]; undefined for any other node. */
export function asEntry(node: MathNode): { name: string; index: string } | undefined {
  if (node.type !== 'AccessorNode') return undefined;
  const { object, index } = node as AccessorNode;
  return { name: object.toString(), index: index.dimensions.map(String).join(',') };
}

/** The name of a symbol; undefined for any other node. */
export function asSymbol(node: MathNode): string | undefined {
  return node.type === 'SymbolNode' ? (node as SymbolNode).name : undefined;
}

/** The node without the parentheses around it. */
export function withoutParentheses(node: MathNode): MathNode {
  return node.type === 'ParenthesisNode' ? withoutParentheses((node as ParenthesisNode).content) : node;
}
