import { checked, type Entry } from '../../manifest/statement.ts';

/** The regression model: the fit on real data, the verifier, the loop along one direction. */
export const setupStatements: readonly Entry[] = [
  {
    id: 'ols-start',
    revision: 1,
    source: 'Regression setup',
    statement:
      'Least squares on the real data is off by a mean squared error that the singular values of the design fix.',
    kind: 'mean',
    scope: checked,
    formula: {
      left: '\\mathbb{E}\\lVert\\hat\\theta_{0}-\\theta^{*}\\rVert^{2}',
      relation: '=',
      expression: 'sigma^2 * sumOver(j, 1, p, 1 / mu[j]^2)',
    },
  },
  {
    id: 'acceptance-probability',
    revision: 1,
    source: 'Regression setup: the verifier',
    statement: 'A label drawn along a unit direction passes with the normal probability of the verifier window.',
    kind: 'mean',
    scope: checked,
    formula: { left: '\\Pr(\\text{accept}\\mid u)', relation: '=', expression: 'Phi(beta) - Phi(alpha)' },
  },
  {
    id: 'accepted-law',
    revision: 1,
    source: 'Regression setup: the verifier',
    statement: 'Accepted labels along a unit direction follow a normal law truncated to the verifier window.',
    kind: 'distribution',
    scope: checked,
    dependsOn: ['acceptance-probability'],
    tex: 'y\\mid\\text{accept}\\;\\sim\\;\\mathcal{N}(u,\\sigma^{2})\\ \\text{truncated to}\\ [c-R,\\,c+R],\\qquad R=r+\\sigma_{c}',
  },
  {
    id: 'directions-decouple',
    revision: 1,
    source: 'Regression setup: the block design',
    statement:
      'Along the singular vectors the refit is a mean of accepted labels of that direction alone, so directions never influence each other.',
    kind: 'identity',
    scope: checked,
    tex: 'v_{j}^{\\top}\\hat\\theta_{k+1}=\\frac{1}{n_{k}}\\sum_{i=1}^{n_{k}}y_{j,i},\\qquad v_{1}^{\\top}\\hat\\theta_{k},\\dots,v_{p}^{\\top}\\hat\\theta_{k}\\ \\text{independent}',
  },
  {
    id: 'equivariance',
    revision: 1,
    source: 'Regression setup (derived)',
    statement:
      'Changing the unit of labels, moving the origin, reflecting or rotating the parameter space carries every estimate along with it.',
    kind: 'identity',
    scope: checked,
    tex: '\\hat\\theta_{k}\\bigl(sQ\\theta^{*}+a,\\,sQ\\theta_{c}+a,\\,sr,\\,s\\sigma,\\,s\\sigma_{c},\\,QV\\bigr)\\overset{d}{=}sQ\\,\\hat\\theta_{k}\\bigl(\\theta^{*},\\theta_{c},r,\\sigma,\\sigma_{c},V\\bigr)+a',
  },
];
