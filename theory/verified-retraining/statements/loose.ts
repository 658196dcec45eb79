import { checked, type Entry } from '../../manifest/statement.ts';

const error = (round: string) => `\\mathrm{MSE}(\\hat\\theta_{${round}})`;

const loose = (id: string, statement: string, kind: Entry['kind'], dependsOn: readonly string[], tex: string) =>
  ({
    id: `loose.${id}`,
    revision: 1,
    source: 'Loose reading of Theorems 3.1 and 4.1',
    statement,
    kind,
    scope: checked,
    holds: false,
    dependsOn,
    tex,
  }) satisfies Entry;

/** Wordings that go too far: each is pinned as false by a counterexample. */
export const looseStatements: readonly Entry[] = [
  loose(
    'verified-always-beats-unverified',
    'Verified retraining has a smaller error than unverified retraining, whatever the bias of the verifier.',
    'ordering',
    ['escape.verified-against-unverified'],
    `${error('k')}\\big|_{\\text{verified}}<${error('k')}\\big|_{\\text{unverified}}\\quad\\text{for every}\\ \\Delta`,
  ),
  loose(
    'stricter-is-better',
    'Over few rounds a smaller radius always means a smaller error.',
    'ordering',
    ['one-round-exact'],
    `r<r'\\ \\Rightarrow\\ ${error('1')}(r)<${error('1')}(r')`,
  ),
  loose(
    'unbiased-falls-every-round',
    'With an unbiased verifier and growing kept samples each round lowers the error.',
    'ordering',
    ['thm4.1.converges-to-center'],
    `\\Delta=0,\\ n_{k}\\uparrow\\infty\\ \\Rightarrow\\ ${error('k+1')}<${error('k')}`,
  ),
  loose(
    'unbiased-is-best',
    'No biased verifier of the same radius has a smaller error after one round than the unbiased one.',
    'ordering',
    ['one-round-exact'],
    `\\Delta>0\\ \\Rightarrow\\ ${error('1')}(\\Delta)\\ge ${error('1')}(0)`,
  ),
  loose(
    'one-bad-round',
    'A first round that raises the error shows that this verifier will not help later either.',
    'sign',
    ['regimes.three'],
    `${error('1')}>${error('0')}\\ \\Rightarrow\\ ${error('k')}>${error('0')}\\quad\\text{for all}\\ k`,
  ),
  loose(
    'delta-within-r-improves',
    'A verifier whose ball contains the truth improves the estimate in one round when enough samples are kept.',
    'sign',
    ['thm3.1.gain-sign'],
    `\\Delta\\le r,\\ n_{1}=\\infty\\ \\Rightarrow\\ ${error('1')}<${error('0')}`,
  ),
  loose(
    'improving-interval',
    'The biases at which one round improves fill an interval that starts at zero.',
    'sign',
    ['thm3.1.gain-sign'],
    `\\{\\Delta: ${error('1')}<${error('0')}\\}=[0,\\Delta^{*})`,
  ),
];
