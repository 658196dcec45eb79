import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { asEntry, asSum, parseExpression } from '../manifest/expression.ts';
import { compileFormulas } from '../manifest/formula.ts';
import { statementTex, symbolTex } from '../manifest/typeset.ts';
import { glossary } from './glossary.ts';
import { statements } from './statements/index.ts';

const { definitionsOf, formulaOf, formulaTex } = compileFormulas({ statements, glossary });
const names = Object.keys(glossary.definitions);

describe('the definitions of the glossary', () => {
  it('use no definition that comes after their own', () => {
    names.forEach((name, i) => {
      for (const used of definitionsOf(name)) expect(names.indexOf(used), `${name} uses ${used}`).toBeLessThan(i);
    });
  });

  it('take no name of a given symbol', () => {
    expect(names.filter((name) => name in glossary.givenSymbols)).toEqual([]);
  });
});

describe('every formula', () => {
  it('writes entries x[j] only under the sum that runs over j', () => {
    const withFormula = statements.filter(({ formula }) => formula !== undefined).map(({ id }) => id);
    for (const id of [...names, ...withFormula]) {
      const formula = parseExpression(formulaOf(id).expression);
      const entries = formula.filter((node) => asEntry(node) !== undefined);
      const summed = formula
        .filter((node) => asSum(node) !== undefined)
        .flatMap((node) => node.filter((inner) => asEntry(inner)?.index === asSum(node)!.index));
      expect(summed, id).toHaveLength(entries.length);
    }
  });
});

describe('the TeX of definitions and statements', () => {
  const all = [
    ...names.map((name) => [name, formulaTex(name)] as const),
    ...statements.map((entry) => [entry.id, statementTex(entry, glossary)] as const),
  ];

  it.each(all)('%s has balanced braces and renders', (_, tex) => {
    let depth = 0;
    for (const [brace] of tex.matchAll(/(?<!\\)[{}]/g)) {
      depth += brace === '{' ? 1 : -1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    expect(katex.renderToString(tex, { output: 'mathml', throwOnError: true, strict: 'error' })).toContain('<math');
  });

  it('reads as in the paper', () => {
    expect(formulaTex('thm3.1.leading-order')).toBe(
      '\\mathbb{E}\\lVert\\hat\\theta_{1}-\\theta^{*}\\rVert^{2}\\approx{\\sigma}^{2}\\,\\sum_{j=1}^{p}\\left[' +
        '\\frac{m_{2,j}}{n_{1}}+{m_{1,j}}^{2}+\\frac{{m_{2,j}}^{2}+m_{1,j}\\,m_{3,j}}{{\\mu_{j}}^{2}}\\right]' +
        '\\quad\\text{at}\\ u=\\theta^{*}',
    );
    expect(formulaTex('rho')).toBe('\\rho=1-\\frac{2\\,w\\,\\varphi\\left(w\\right)}{2\\,\\Phi\\left(w\\right)-1}');
  });

  it('is refused for a statement without a formula', () => {
    expect(() => formulaTex('equivariance')).toThrow(/"equivariance" has no formula/);
  });

  it('joins subscripts', () => {
    expect(['m_1', 'theta', 'mu'].map((name) => symbolTex(glossary, name, 'j'))).toEqual([
      'm_{1,j}',
      '\\theta^{*}_{j}',
      '\\mu_{j}',
    ]);
  });
});
