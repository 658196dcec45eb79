import { describe, expect, it } from 'vitest';
import { statementById } from './statement.ts';
import { glossary, statements } from './testing/areas.ts';
import { formulaTex, statementTex, symbolTex } from './typeset.ts';

const texOf = (id: string) => statementTex(statementById(statements, id), glossary);

describe('statementTex', () => {
  it('writes a vector as a tuple', () => {
    expect(texOf('vector')).toBe('(A,d)=\\left(A,\\;d+1\\right)');
  });

  it('brackets a sum of terms under a sum, and puts the index on every entry', () => {
    expect(texOf('sum')).toBe(
      'S\\le2\\,\\sum_{j=0}^{n-1}\\left[A_{j}-\\frac{ a_{j}}{ n}\\right]'.replaceAll('{ ', '{'),
    );
  });

  it('says at what value a name stands', () => {
    expect(texOf('at')).toBe('A\\approxa\\,b_{0}\\quad\\text{at}\\ b_{0}=\\gamma');
  });

  it('leaves exp to mathjs and names erf', () => {
    expect(texOf('erf')).toBe('E=\\operatorname{erf}\\left(\\exp\\left(-a\\right)\\right)');
  });

  it('is what is written by hand where there is no formula', () => {
    expect(texOf('words')).toBe('A\\ge 0');
  });
});

describe('symbolTex', () => {
  it('joins subscripts', () => {
    expect(['b', 'c', 'area'].map((name) => symbolTex(glossary, name, 'j'))).toEqual([
      'b_{0,j}',
      '\\gamma_{j}',
      'A_{j}',
    ]);
  });

  it('refuses a name that the glossary does not have', () => {
    expect(() => symbolTex(glossary, 'zeta')).toThrow(new RangeError('no symbol "zeta" in the glossary'));
    const formula = { left: 'z', relation: '=', expression: 'zeta + a' } as const;
    expect(() => formulaTex(formula, glossary)).toThrow('no symbol "zeta"');
  });
});
