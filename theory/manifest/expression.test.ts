import { expect, test } from 'vitest';
import { asCall, asEntry, asSum, asSymbol, components, parseExpression, withoutParentheses } from './expression.ts';

test('a sum has an index, a range and a body', () => {
  const { index, first, last, body } = asSum(parseExpression('sumOver(j, 1, n, x[j] / 2)'))!;
  expect([index, ...[first, last, body].map(String)]).toEqual(['j', '1', 'n', 'x[j] / 2']);
  expect(asSum(parseExpression('sqrt(x)'))).toBeUndefined();
});

test.each(['sumOver(1, 1, n, x)', 'sumOver(j, 1, n)', 'sumOver()'])('%s is no sum', (expression) => {
  expect(() => asSum(parseExpression(expression))).toThrow(SyntaxError);
});

test('each kind of node is told apart', () => {
  expect(asEntry(parseExpression('x[j]'))).toEqual({ name: 'x', index: 'j' });
  expect(asEntry(parseExpression('x'))).toBeUndefined();
  expect(asSymbol(parseExpression('x'))).toBe('x');
  expect(asSymbol(parseExpression('x + 1'))).toBeUndefined();
  expect(asCall(parseExpression('f(x, 2)'))).toMatchObject({ name: 'f', arguments: { length: 2 } });
  expect(asCall(parseExpression('f'))).toBeUndefined();
});

test('a scalar is its own only component, and parentheses come off', () => {
  expect(components(parseExpression('[x, y + 1]')).map(String)).toEqual(['x', 'y + 1']);
  expect(components(parseExpression('x')).map(String)).toEqual(['x']);
  expect(String(withoutParentheses(parseExpression('((x + 1))')))).toBe('x + 1');
});

test('text that is no expression is refused', () => {
  expect(() => parseExpression('2 *')).toThrow(SyntaxError);
});
