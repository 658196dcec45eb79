import type { Glossary } from '../../../../theory/manifest/glossary.ts';
import { checked, type Statement } from '../../../../theory/manifest/statement.ts';

/** What the tiny theory says. */
export const statements: readonly Statement[] = [
  {
    section: 'Bets',
    id: 'bet.mean',
    revision: 1,
    source: 'Proposition 1',
    statement: 'The mean payoff of a bet is the prize and the stake, each weighted by its probability.',
    kind: 'mean',
    scope: checked,
    formula: { left: '\\mathbb{E}X', relation: '=', expression: 'P * a - (1 - P) * b' },
  },
  {
    section: 'Walks',
    id: 'walk.drift',
    revision: 1,
    source: 'Proposition 2',
    statement: 'A walk that drifts rises above a walk that does not.',
    kind: 'sign',
    scope: checked,
    tex: '\\mathbb{E}\\ln Y_k > \\mathbb{E}\\ln Z_k',
    dependsOn: ['bet.mean'],
  },
];

/** The names of its formulas. */
export const glossary: Glossary = {
  givenSymbols: {
    P: { tex: 'P', meaning: 'probability of winning' },
    a: { tex: 'a', meaning: 'prize' },
    b: { tex: 'b', meaning: 'stake' },
  },
  definitions: {},
};
