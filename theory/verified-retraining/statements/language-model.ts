import type { Entry, Scope } from '../../manifest/statement.ts';

const outOfScope: Scope = {
  status: 'out-of-scope',
  reason:
    'Fifteen rounds of fine-tuning a language model of 135 million parameters need accelerators and model weights that a suite run on every change cannot ask for.',
};

const source = 'Experiments: SmolLM2-135M on XSUM (later version)';

/** The paper's general statements as its later experiment would test them: summaries by a small language model under a ROUGE-1 oracle. */
export const languageModelStatements: readonly Entry[] = [
  {
    id: 'lm.near-term-gain',
    revision: 1,
    source,
    statement: 'Fine-tuning on the best eighth of its own summaries, scored by an oracle, improves the model at first.',
    kind: 'sign',
    scope: outOfScope,
    dependsOn: ['thm3.1.gain-sign'],
    tex: '\\mathrm{ROUGE}_{k}^{\\text{verified}}>\\mathrm{ROUGE}_{0}\\quad\\text{for small}\\ k',
  },
  {
    id: 'lm.plateau',
    revision: 1,
    source,
    statement: 'Over fifteen rounds the gains of the verified model level off.',
    kind: 'limit',
    scope: outOfScope,
    dependsOn: ['regimes.plateau-and-reversal'],
    tex: '\\mathrm{ROUGE}_{k+1}^{\\text{verified}}-\\mathrm{ROUGE}_{k}^{\\text{verified}}\\to 0',
  },
];
