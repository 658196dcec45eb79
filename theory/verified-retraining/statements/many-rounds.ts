import { checked, type Entry } from '../../manifest/statement.ts';

const toCenter = (round: string) => `\\mathbb{E}\\lVert\\hat\\theta_{${round}}-\\theta_{c}\\rVert^{2}`;
const toTruth = (round: string) => `\\mathbb{E}\\lVert\\hat\\theta_{${round}}-\\theta^{*}\\rVert^{2}`;

/** The transfer map and Theorem 4.1: many rounds contract to the knowledge center. */
export const manyRoundsStatements: readonly Entry[] = [
  {
    id: 'transfer-map.contraction',
    revision: 1,
    source: 'Theorem 4.1, contraction rate (derived)',
    statement:
      'The mean accepted label is a contraction in the generator with the knowledge center as fixed point, steepest there, with slope ρ.',
    kind: 'inequality',
    scope: checked,
    dependsOn: ['transfer-map.moments'],
    formula: { left: "\\rho=\\sup_{u}T'(u)", relation: '=', expression: 'm_2', at: { u: 'c' } },
  },
  {
    id: 'transfer-map.moments',
    revision: 1,
    source: 'Regression setup: one direction (derived)',
    statement:
      'The transfer map and its first two derivatives are the mean, the variance and the third central moment of an accepted label.',
    kind: 'identity',
    scope: checked,
    dependsOn: ['accepted-law'],
    formula: {
      left: "\\bigl(T(u),\\,T'(u),\\,T''(u)\\bigr)",
      relation: '=',
      expression: '[u + sigma * m_1, m_2, m_3 / sigma]',
    },
  },
  {
    id: 'thm4.1.one-step',
    revision: 1,
    source: 'Theorem 4.1, one step of the proof',
    statement:
      'A round multiplies the mean squared distance to the knowledge center by at most ρ² and adds the variance of the refit.',
    kind: 'inequality',
    scope: checked,
    dependsOn: ['transfer-map.contraction', 'directions-decouple'],
    formula: { left: toCenter('k+1'), relation: '\\le', expression: 'rho^2 * D + p * sigma^2 * rho / n_k' },
  },
  {
    id: 'thm4.1.bound',
    revision: 1,
    source: 'Theorem 4.1',
    statement:
      'After any number of rounds the mean squared distance to the knowledge center is at most a geometric share of the start plus a discounted sum of refit variances.',
    kind: 'inequality',
    scope: checked,
    dependsOn: ['thm4.1.one-step', 'ols-start'],
    formula: {
      left: toCenter('k'),
      relation: '\\le',
      expression: 'rho^(2 * k) * E_0 + p * sigma^2 * sumOver(j, 0, k - 1, rho^(2 * (k - j) - 1) / n[j])',
    },
  },
  {
    id: 'thm4.1.tightness',
    revision: 1,
    source: 'Theorem 4.1 (derived)',
    statement:
      'For a strict, mildly biased verifier the bound is nearly attained, so it cannot be lowered by a constant factor.',
    kind: 'inequality',
    scope: checked,
    dependsOn: ['thm4.1.bound'],
    tex: `${toCenter('k')}\\ge 0.95\\times\\text{bound}\\qquad(\\rho<0.5,\\ r\\le 0.5,\\ \\Delta\\le 0.3,\\ n_{j}\\ge 20)`,
  },
  {
    id: 'thm4.1.converges-to-center',
    revision: 1,
    source: 'Abstract; Theorem 4.1',
    statement:
      'When the kept samples grow without limit the estimate converges to the knowledge center in mean square.',
    kind: 'limit',
    scope: checked,
    dependsOn: ['thm4.1.bound'],
    tex: `n_{k}\\to\\infty\\ \\Rightarrow\\ ${toCenter('k')}\\to 0`,
  },
  {
    id: 'thm4.1.almost-sure',
    revision: 1,
    source: 'Theorem 4.1 (derived)',
    statement:
      'When the reciprocals of the kept samples are summable, almost every single run converges to the knowledge center.',
    kind: 'limit',
    scope: {
      status: 'out-of-scope',
      reason:
        'No finite run decides an almost sure limit; it follows from the bound, which is checked, by summing it over rounds.',
    },
    dependsOn: ['thm4.1.bound'],
    tex: '\\sum_{k}\\frac{1}{n_{k}}<\\infty\\ \\Rightarrow\\ \\hat\\theta_{k}\\to\\theta_{c}\\ \\text{almost surely}',
  },
  {
    id: 'thm4.1.not-to-truth',
    revision: 1,
    source: 'Abstract; Theorem 4.1',
    statement:
      'The limit is the knowledge center and not the truth, so the error ends at the squared bias of the verifier.',
    kind: 'limit',
    scope: checked,
    dependsOn: ['thm4.1.converges-to-center'],
    tex: `n_{k}\\to\\infty\\ \\Rightarrow\\ ${toTruth('k')}\\to\\Delta^{2}`,
  },
  {
    id: 'thm4.1.constant-schedule-floor',
    revision: 1,
    source: 'Theorem 4.1, constant schedule (derived)',
    statement:
      'With a constant number of kept samples the run settles around the knowledge center with a variance that never dies out.',
    kind: 'limit',
    scope: checked,
    dependsOn: ['thm4.1.bound'],
    formula: {
      left: `0<\\lim_{k\\to\\infty}${toCenter('k')}`,
      relation: '\\le',
      expression: 'p * sigma^2 * rho / (n * (1 - rho^2))',
    },
  },
  {
    id: 'thm4.1.selectivity-rate',
    revision: 1,
    source: 'After Theorem 4.1; experiments: regression, many rounds',
    statement: 'A stricter verifier contracts faster, but its radius never changes where the run ends.',
    kind: 'rate',
    scope: checked,
    dependsOn: ['thm4.1.converges-to-center', 'transfer-map.contraction'],
    tex: "r<r'\\ \\Rightarrow\\ \\rho(r)<\\rho(r'),\\qquad \\lim_{k\\to\\infty}\\hat\\theta_{k}=\\theta_{c}\\ \\text{for every}\\ r",
  },
];
