import { checked, type Entry } from '../../manifest/statement.ts';

const toTruth = '\\mathbb{E}\\lVert\\hat\\theta_{k}-\\theta^{*}\\rVert^{2}';

/** What many rounds do to the error: three regimes, collapse without a verifier, other designs. */
export const regimesStatements: readonly Entry[] = [
  {
    id: 'regimes.three',
    revision: 1,
    source: 'After Theorem 4.1; experiments: regression, many rounds',
    statement:
      'With fast-growing kept samples the error vanishes for an unbiased verifier, dips before it settles for a biased one, and only rises for a strongly biased one.',
    kind: 'ordering',
    scope: checked,
    dependsOn: ['thm4.1.not-to-truth', 'transfer-map.contraction', 'thm3.1.gain-sign'],
    formula: { left: toTruth, relation: '\\approx', expression: 'Delta^2 * (1 - rho^k)^2 + B * rho^(2 * k)' },
  },
  {
    id: 'regimes.plateau-and-reversal',
    revision: 1,
    source: 'Abstract; experiments: regression, many rounds',
    statement:
      'Unless the verifier is perfect, early gains level off, and they turn back once the error passes its minimum.',
    kind: 'sign',
    scope: checked,
    dependsOn: ['regimes.three'],
    tex: `\\min_{k}\\,${toTruth}\\approx\\frac{\\Delta^{2}B}{\\Delta^{2}+B}\\ \\text{near}\\ \\rho^{k}=\\frac{\\Delta^{2}}{\\Delta^{2}+B},\\ \\text{then a rise to}\\ \\Delta^{2}`,
  },
  {
    id: 'collapse.growth',
    revision: 1,
    source: 'Introduction; many rounds without a verifier',
    statement:
      'Without a verifier every refit adds its full variance, so the error never falls and grows linearly at a constant sample size.',
    kind: 'mean',
    scope: checked,
    dependsOn: ['ols-start'],
    formula: { left: toTruth, relation: '=', expression: 'B + p * sigma^2 * sumOver(i, 0, k - 1, 1 / n[i])' },
  },
  {
    id: 'collapse.bounded-not-convergent',
    revision: 1,
    source: 'Many rounds without a verifier',
    statement:
      'Without a verifier, summable reciprocals of the sample sizes keep the error bounded, but above where it started.',
    kind: 'limit',
    scope: checked,
    dependsOn: ['collapse.growth'],
    tex: `\\sum_{i}\\frac{1}{n_{i}}<\\infty\\ \\Rightarrow\\ B<\\lim_{k\\to\\infty}${toTruth}=B+p\\,\\sigma^{2}\\sum_{i=0}^{\\infty}\\frac{1}{n_{i}}<\\infty`,
  },
  {
    id: 'escape.verified-against-unverified',
    revision: 1,
    source: 'Abstract; experiments: regression, many rounds',
    statement:
      'A verified run stays below its bound while the unverified one passes any level, and an unbiased verifier wins at every round.',
    kind: 'ordering',
    scope: checked,
    dependsOn: ['thm4.1.bound', 'collapse.growth'],
    tex: `\\Delta=0\\ \\Rightarrow\\ ${toTruth}\\Big|_{\\text{verified}}<${toTruth}\\Big|_{\\text{unverified}}\\quad\\text{for all}\\ k\\ge 1`,
  },
  {
    id: 'designs.other-designs',
    revision: 1,
    source: 'Regression setup; experiments: other designs',
    statement:
      'Standard-basis, Gaussian and spherical designs lead to the knowledge center as the block design does, the sphere at least as fast.',
    kind: 'limit',
    scope: checked,
    dependsOn: ['thm4.1.converges-to-center'],
    tex: 'n_{k}\\to\\infty\\ \\Rightarrow\\ \\hat\\theta_{k}\\to\\theta_{c}\\quad\\text{for}\\ x\\in\\{e_{j}\\},\\ x\\sim\\mathcal{N}(0,I),\\ x\\sim\\mathrm{Unif}(S^{p-1})',
  },
  {
    id: 'designs.gaussian-rate',
    revision: 1,
    source: 'Experiments: other designs (derived)',
    statement:
      'Long Gaussian rows widen the window, so that design contracts at a rate averaged over accepted rows, slower than the block design.',
    kind: 'rate',
    scope: checked,
    dependsOn: ['designs.other-designs', 'transfer-map.contraction'],
    tex: '\\kappa(e)=\\frac{\\mathbb{E}_{\\text{acc}}\\bigl[x_{1}\\,T_{r\\lVert x\\rVert+\\sigma_{c}}(x_{1}e)\\bigr]}{e\\,\\mathbb{E}_{\\text{acc}}\\bigl[x_{1}^{2}\\bigr]}\\in(0,1)',
  },
];
