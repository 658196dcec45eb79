import type { Glossary } from '../glossary.ts';
import { checked, type Entry, type Statement } from '../statement.ts';

/** The glossary of a tiny theory: the areas of rectangles and their sums. */
export const glossary: Glossary = {
  givenSymbols: {
    a: { tex: 'a', meaning: 'width' },
    b: { tex: 'b_{0}', meaning: 'height' },
    c: { tex: '\\gamma', meaning: 'another height' },
    n: { tex: 'n', meaning: 'number of rectangles' },
    x: { tex: 'x', meaning: 'argument of a function' },
    j: { tex: 'j', meaning: 'index of a sum' },
  },
  definitions: {
    square: { tex: 'q', argument: 'x', expression: 'x^2', meaning: 'square' },
    area: { tex: 'A', expression: 'a * b', meaning: 'area' },
    total: { tex: 'S', expression: 'sumOver(j, 1, n, a[j] * b[j])', meaning: 'sum of areas' },
    diagonal: { tex: 'd', expression: 'sqrt(square(a) + square(b))', meaning: 'diagonal' },
    ratio: { tex: 'f', expression: 'area / diagonal', meaning: 'area by diagonal' },
  },
};

const entry = (id: string, content: Pick<Entry, 'tex'> | Pick<Entry, 'formula'>) =>
  ({
    id,
    revision: 2,
    source: 'Areas',
    statement: 'Areas are products.',
    kind: 'identity',
    scope: checked,
    section: 'Areas',
    ...content,
  }) as Statement;

/** Statements of the tiny theory, one for each form that a formula takes. */
export const statements: readonly Statement[] = [
  entry('vector', { formula: { left: '(A,d)', relation: '=', expression: '[area, diagonal + 1]' } }),
  entry('sum', {
    formula: { left: 'S', relation: '\\le', expression: '2 * sumOver(j, 0, n - 1, area[j] - a[j] / n)' },
  }),
  entry('at', { formula: { left: 'A', relation: '\\approx', expression: 'a * b', at: { b: 'c' } } }),
  entry('erf', { formula: { left: 'E', relation: '=', expression: 'erf(exp(-a))' } }),
  entry('words', { tex: 'A\\ge 0' }),
];
