import { describe, expect, it } from 'vitest';
import { compileFormulas } from './formula.ts';
import { glossary, statements } from './testing/areas.ts';

const formulas = compileFormulas({ statements, glossary });

describe('evaluateFormula', () => {
  it('gives the components of a vector, and the one value of a scalar', () => {
    expect(formulas.evaluateFormula('vector', { a: 3, b: 4 })).toEqual([12, 6]);
    expect(formulas.evaluateFormula('ratio', { a: 3, b: 4 })).toEqual([12 / 5]);
  });

  it('narrows vectors to the entry of each term of a sum, whatever the first index, in definitions too', () => {
    expect(formulas.evaluateFormula('total', { n: 3, a: [1, 2, 3], b: [4, 5, 6] })).toEqual([32]);
    expect(formulas.evaluateFormula('sum', { n: 2, a: [2, 6], b: [5, 7] })).toEqual([2 * (10 - 1 + 42 - 3)]);
  });

  it('takes one name at the value of another', () => {
    expect(formulas.evaluateFormula('at', { a: 3, b: 4, c: 5 })).toEqual([15]);
    expect(formulas.evaluateFormula('at', { a: 3, b: 4 })).toEqual([Number.NaN]);
  });

  it('is refused when a value is missing', () => {
    expect(() => formulas.evaluateFormula('area', { a: 3 })).toThrow('Undefined symbol b');
  });

  it('follows its own glossary, though another one has the same expressions', () => {
    const cubes = compileFormulas({
      statements,
      glossary: {
        ...glossary,
        definitions: { ...glossary.definitions, square: { ...glossary.definitions.square!, expression: 'x^3' } },
      },
    });
    expect(formulas.evaluateFormula('diagonal', { a: 3, b: 4 })).toEqual([5]);
    expect(cubes.evaluateFormula('diagonal', { a: 1, b: 2 })).toEqual([3]);
    expect(formulas.evaluateFormula('diagonal', { a: 3, b: 4 })).toEqual([5]);
  });
});

describe('formulaOf', () => {
  it('is the formula of a statement, or what a definition says of its name', () => {
    expect(formulas.formulaOf('sum')).toBe(statements[1]!.formula);
    expect(formulas.formulaOf('square')).toEqual({ left: 'q(x)', relation: '=', expression: 'x^2' });
    expect(formulas.formulaTex('area')).toBe('A=a\\,b_{0}');
  });

  it('is refused for a statement in words, and for an unknown id', () => {
    expect(() => formulas.formulaOf('words')).toThrow(new RangeError('statement "words" has no formula'));
    expect(() => formulas.formulaOf('volume')).toThrow(new RangeError('no statement "volume" in the manifest'));
  });
});

describe('definitionsOf', () => {
  it('are those that a formula uses, directly or not, in the order of the glossary', () => {
    expect(formulas.definitionsOf('ratio')).toEqual(['square', 'area', 'diagonal']);
    expect(formulas.definitionsOf('vector')).toEqual(['square', 'area', 'diagonal']);
    expect(formulas.definitionsOf('at')).toEqual([]);
  });
});
