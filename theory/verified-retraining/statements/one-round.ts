import { checked, type Entry } from '../../manifest/statement.ts';

const oneRoundError = '\\mathbb{E}\\lVert\\hat\\theta_{1}-\\theta^{*}\\rVert^{2}';

/** Theorem 3.1 and what the paper reads from it: one round trades bias for variance. */
export const oneRoundStatements: readonly Entry[] = [
  {
    id: 'one-round-exact',
    revision: 1,
    source: 'Theorem 3.1 (exact form, derived); experiments: regression, one round',
    statement:
      'Averaging over where the fit on real data landed gives the error after one round exactly, for every sample size.',
    kind: 'mean',
    scope: checked,
    dependsOn: ['ols-start', 'accepted-law', 'directions-decouple'],
    tex: `${oneRoundError}=\\sum_{j=1}^{p}\\mathbb{E}\\Bigl[\\bigl(T(u_{j})-\\theta^{*}_{j}\\bigr)^{2}+\\frac{\\sigma^{2}\\,m_{2}(u_{j})}{n_{1}}\\Bigr],\\qquad u_{j}\\sim\\mathcal{N}\\Bigl(\\theta^{*}_{j},\\frac{\\sigma^{2}}{\\mu_{j}^{2}}\\Bigr)`,
  },
  {
    id: 'thm3.1.leading-order',
    revision: 1,
    source: 'Theorem 3.1',
    statement:
      'To leading order the error after one round is synthetic variance plus squared verifier bias plus what is left of the error in the real fit.',
    kind: 'mean',
    scope: checked,
    dependsOn: ['one-round-exact', 'transfer-map.moments'],
    formula: {
      left: oneRoundError,
      relation: '\\approx',
      expression: 'sigma^2 * sumOver(j, 1, p, m_2[j] / n_1 + m_1[j]^2 + (m_2[j]^2 + m_1[j] * m_3[j]) / mu[j]^2)',
      at: { u: 'theta' },
    },
  },
  {
    id: 'thm3.1.remainder',
    revision: 1,
    source: 'Theorem 3.1, error term (second order derived)',
    statement:
      'What the leading order omits is of order 1/(n₁n₀) plus 1/n₀², so the stated order −4/3 in n₀ needs n₁ to grow at least like its cube root.',
    kind: 'rate',
    scope: checked,
    dependsOn: ['thm3.1.leading-order'],
    formula: {
      left: `${oneRoundError}-\\text{leading order}`,
      relation: '\\approx',
      expression:
        'sigma^2 * sumOver(j, 1, p, kappa_4[j] / (2 * n_1 * mu[j]^2) + (m_1[j] * kappa_5[j] / 4 + m_2[j] * kappa_4[j] + 3 / 4 * m_3[j]^2) / mu[j]^4)',
      at: { u: 'theta' },
    },
  },
  {
    id: 'thm3.1.variance-shrinkage',
    revision: 1,
    source: 'After Theorem 3.1',
    statement: 'Truncation makes accepted labels less variable than raw ones, which shrinks the variance of the refit.',
    kind: 'ordering',
    scope: checked,
    dependsOn: ['accepted-law', 'thm3.1.leading-order'],
    tex: '0<m_{2}<1,\\qquad \\operatorname{Var}\\bigl(v_{j}^{\\top}\\hat\\theta_{1}\\bigr)=\\frac{\\sigma^{2}\\,\\mathbb{E}\\,m_{2}(u_{j})}{n_{1}}+\\operatorname{Var}\\,T(u_{j})',
  },
  {
    id: 'thm3.1.bias',
    revision: 1,
    source: 'After Theorem 3.1',
    statement:
      'One round moves the mean estimate strictly from the truth toward the knowledge center in every direction where the two differ, and not at all elsewhere.',
    kind: 'mean',
    scope: checked,
    dependsOn: ['accepted-law'],
    tex: '\\theta^{*}_{j}\\ne c_{j}\\ \\Rightarrow\\ \\mathbb{E}\\,v_{j}^{\\top}\\hat\\theta_{1}=\\mathbb{E}\\,T(u_{j})\\ \\text{strictly between}\\ \\theta^{*}_{j}\\ \\text{and}\\ c_{j};\\qquad \\theta^{*}_{j}=c_{j}\\ \\Rightarrow\\ \\mathbb{E}\\,v_{j}^{\\top}\\hat\\theta_{1}=\\theta^{*}_{j}',
  },
  {
    id: 'thm3.1.gain-sign',
    revision: 1,
    source: 'Abstract; after Theorem 3.1; experiments: regression, one round',
    statement:
      'One round helps when the verifier is accurate and enough samples are kept, and hurts once its bias passes a boundary.',
    kind: 'sign',
    scope: checked,
    dependsOn: ['thm3.1.leading-order', 'transfer-map.contraction'],
    formula: {
      left: '\\Delta^{*}',
      relation: '\\approx',
      expression: 'sqrt((1 - rho^2) * B - p * sigma^2 * rho / n_1) / (1 - rho)',
    },
  },
  {
    id: 'thm3.1.never-finishes',
    revision: 1,
    source: 'After Theorem 3.1',
    statement: 'Even a perfect verifier with unlimited synthetic data leaves a positive error after a single round.',
    kind: 'inequality',
    scope: checked,
    dependsOn: ['thm3.1.leading-order'],
    formula: {
      left: `\\lim_{n_{1}\\to\\infty}${oneRoundError}\\Big|_{\\theta_{c}=\\theta^{*}}`,
      relation: '\\approx',
      expression: 'sigma^2 * sumOver(j, 1, p, m_2[j]^2 / mu[j]^2)',
      at: { u: 'theta' },
    },
  },
  {
    id: 'thm3.1.smooth',
    revision: 1,
    source: 'After Theorem 3.1',
    statement:
      'The error after one round varies smoothly with bias, selectivity and kept samples: there is no phase transition.',
    kind: 'inequality',
    scope: checked,
    dependsOn: ['one-round-exact'],
    tex: `(\\Delta,r,1/n_{1})\\mapsto ${oneRoundError}\\ \\text{is continuously differentiable}`,
  },
];
