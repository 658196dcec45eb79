import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { definitions } from '../verified-retraining/glossary.ts';
import { statements } from '../verified-retraining/statements/index.ts';
import { formulaTex, statementTex } from './formula.ts';
import { symbolTex } from './typeset.ts';

describe('the TeX of the manifest', () => {
  const all = [
    ...Object.keys(definitions).map((name) => [name, formulaTex(name)] as const),
    ...statements.map((entry) => [entry.id, statementTex(entry)] as const),
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

  it('joins subscripts, and refuses a name that the glossary does not have', () => {
    expect([symbolTex('m_1', 'j'), symbolTex('theta', 'j'), symbolTex('mu', 'j')]).toEqual([
      'm_{1,j}',
      '\\theta^{*}_{j}',
      '\\mu_{j}',
    ]);
    expect(() => symbolTex('zeta')).toThrow(/no symbol "zeta"/);
  });
});
