import type { Definition, GivenSymbol, Glossary } from '../manifest/glossary.ts';

const squaredDistance = (round: string, target: string) =>
  `\\mathbb{E}\\lVert\\hat\\theta_{${round}}-\\theta_{${target}}\\rVert^{2}`;

/** What a formula is evaluated at. Vectors have one entry per direction (c, u, theta, mu) or per round (n). */
const givenSymbols: Readonly<Record<string, GivenSymbol>> = {
  p: { tex: 'p', meaning: 'dimension of the parameter' },
  sigma: { tex: '\\sigma', meaning: 'noise sd of a label' },
  sigma_c: { tex: '\\sigma_{c}', meaning: 'noise allowance of the verifier' },
  r: { tex: 'r', meaning: 'radius of the verifier' },
  theta: { tex: '\\theta^{*}', meaning: 'coordinate of the true parameter along a direction' },
  c: { tex: 'c', meaning: 'coordinate of the knowledge center along a direction' },
  u: { tex: 'u', meaning: 'coordinate of the generator along a direction' },
  mu: { tex: '\\mu', meaning: 'singular value of the real design' },
  n: { tex: 'n', meaning: 'accepted samples per direction, by round' },
  n_k: { tex: 'n_{k}', meaning: 'accepted samples per direction in the round k → k+1' },
  n_1: { tex: 'n_{1}', meaning: 'accepted samples per direction in a single round' },
  k: { tex: 'k', meaning: 'number of rounds' },
  D: { tex: squaredDistance('k', 'c'), meaning: 'mean squared distance to the knowledge center before a round' },
  x: { tex: 'x', meaning: 'argument of a function' },
  i: { tex: 'i', meaning: 'index of a sum' },
  j: { tex: 'j', meaning: 'index of a sum' },
  pi: { tex: '\\pi', meaning: 'circle constant' },
};

/** Textbook definitions, in an order in which each uses only earlier ones. M_s are raw moments of the truncated normal. */
const definitions: Readonly<Record<string, Definition>> = {
  phi: { tex: '\\varphi', argument: 'x', expression: 'exp(-x^2 / 2) / sqrt(2 * pi)', meaning: 'normal density' },
  Phi: { tex: '\\Phi', argument: 'x', expression: '(1 + erf(x / sqrt(2))) / 2', meaning: 'normal distribution' },
  R: { tex: 'R', expression: 'r + sigma_c', meaning: 'half-width of the verifier window along a unit direction' },
  w: { tex: 'w', expression: 'R / sigma', meaning: 'half-width in noise sds' },
  rho: {
    tex: '\\rho',
    expression: '1 - 2 * w * phi(w) / (2 * Phi(w) - 1)',
    meaning: 'contraction rate of the transfer map',
  },
  alpha: { tex: '\\alpha', expression: '(c - R - u) / sigma', meaning: 'lower end of the window seen from u' },
  beta: { tex: '\\beta', expression: '(c + R - u) / sigma', meaning: 'upper end of the window seen from u' },
  A: { tex: 'A', expression: 'Phi(beta) - Phi(alpha)', meaning: 'normal mass of the window' },
  M_1: { tex: 'M_{1}', expression: '(phi(alpha) - phi(beta)) / A', meaning: 'first raw moment' },
  M_2: { tex: 'M_{2}', expression: '1 + (alpha * phi(alpha) - beta * phi(beta)) / A', meaning: 'second raw moment' },
  M_3: {
    tex: 'M_{3}',
    expression: '2 * M_1 + (alpha^2 * phi(alpha) - beta^2 * phi(beta)) / A',
    meaning: 'third raw moment',
  },
  M_4: {
    tex: 'M_{4}',
    expression: '3 * M_2 + (alpha^3 * phi(alpha) - beta^3 * phi(beta)) / A',
    meaning: 'fourth raw moment',
  },
  M_5: {
    tex: 'M_{5}',
    expression: '4 * M_3 + (alpha^4 * phi(alpha) - beta^4 * phi(beta)) / A',
    meaning: 'fifth raw moment',
  },
  m_1: { tex: 'm_{1}', expression: 'M_1', meaning: 'mean of an accepted draw, in noise sds from u' },
  m_2: { tex: 'm_{2}', expression: 'M_2 - M_1^2', meaning: 'variance of an accepted draw, in noise variances' },
  m_3: { tex: 'm_{3}', expression: 'M_3 - 3 * M_1 * M_2 + 2 * M_1^3', meaning: 'third central moment, also κ₃' },
  kappa_4: {
    tex: '\\kappa_{4}',
    expression: 'M_4 - 4 * M_1 * M_3 - 3 * M_2^2 + 12 * M_1^2 * M_2 - 6 * M_1^4',
    meaning: 'fourth cumulant',
  },
  kappa_5: {
    tex: '\\kappa_{5}',
    expression:
      'M_5 - 5 * M_1 * M_4 - 10 * M_2 * M_3 + 20 * M_1^2 * M_3 + 30 * M_1 * M_2^2 - 60 * M_1^3 * M_2 + 24 * M_1^5',
    meaning: 'fifth cumulant',
  },
  T: { tex: 'T', expression: 'u + sigma * m_1', meaning: 'transfer map: mean accepted label of a generator at u' },
  B: { tex: 'B', expression: 'sigma^2 * sumOver(j, 1, p, 1 / mu[j]^2)', meaning: 'error of the fit on real data' },
  Delta: {
    tex: '\\Delta',
    expression: 'sqrt(sumOver(j, 1, p, (c[j] - theta[j])^2))',
    meaning: 'bias of the verifier',
  },
  E_0: {
    tex: squaredDistance('0', 'c'),
    expression: 'B + Delta^2',
    meaning: 'mean squared distance of the fit on real data to the knowledge center',
  },
};

/** The names that the formulas of the paper are written in. */
export const glossary: Glossary = { givenSymbols, definitions };
