import type { ComparisonOutcome, Verdict } from '../../properties/engine/claim.ts';
import {
  type ClaimDescription,
  type DecisionRecord,
  type EvidenceRecord,
  evidenceVersion,
  type MutantRecord,
  type RunRecord,
} from '../../properties/engine/evidence/evidence.ts';

/** A run made by hand for the tests of reports: one claim of each fate, on two strata, two settings and two mutants each. */

const claim = (id: string, statement: string): ClaimDescription => ({
  id,
  group: 'first',
  title: `${id}: a < b | c`,
  statements: [`${statement}~1`],
  kind: 'mean',
  decision: 'by hand',
  work: 'drawn-settings',
  domain: 'two settings',
  strata: ['small', 'large'],
  settings: 2,
  drawn: true,
  mutants: ['clipping', 'one-sided'],
  code: { file: `properties/claims/${id}.ts`, line: 3 },
  sources: `digest of ${id}`,
  details: null,
});

/** The fate of each claim is its id. */
export const exampleRun: RunRecord = {
  type: 'run',
  version: evidenceVersion,
  suite: { id: 'example', title: 'averages', paper: 'Paper 1', url: 'https://example.org/paper' },
  command: 'npm run verify -- --suite example --tier quick --seed 7',
  seed: 7,
  tier: 'quick',
  indifference: 0.1,
  budgets: {
    'drawn-settings': {
      falseRefutationOfRun: 1e-6,
      falseRefutationOfSetting: 1.25e-7,
      falseSupportOfClaim: 2e-6,
    },
  },
  backend: null,
  leftOut: [],
  machine: { node: 'v20.19.0', platform: 'linux x64', processor: 'an abacus', cores: 2, memory: 8 },
  sources: { 'theory/model.ts': '0'.repeat(64) },
  claims: [
    claim('holds', 'true'),
    claim('fails', 'false'),
    claim('mutant-survives', 'weak'),
    claim('stratum-missed', 'weak'),
    claim('counterexample', 'loose'),
  ],
  mutants: [
    { id: 'clipping', title: 'observations are clipped', part: 'simulator' },
    { id: 'one-sided', title: 'one side is open', part: 'simulator' },
  ],
};

/** A comparison of 1 with a zone of ± 0.1. */
export const comparison = (estimate: number, verdict: Verdict, name = 'MSE'): ComparisonOutcome => ({
  name,
  verdict,
  expected: 1,
  estimate,
  interval: [estimate - 0.02, estimate + 0.02],
  zone: [0.9, 1.1],
  guarantee: 'non-asymptotic',
});

/** A decided setting with one comparison. */
export const decision = (
  claim: string,
  index: number,
  estimate: number,
  verdict: Verdict = 'supported',
): DecisionRecord => ({
  type: 'decision',
  claim,
  index,
  strata: [index % 2 === 0 ? 'small' : 'large'],
  setting: { n: index },
  outcome: { verdict, replicates: 1000, comparisons: [comparison(estimate, verdict)] },
  milliseconds: 10 + index,
});

const mutant = (claim: string, id: string, refuted = true): MutantRecord => ({
  type: 'mutant',
  claim,
  mutant: id,
  refuted,
  index: refuted ? 0 : 2,
  replicates: 300,
  by: refuted ? 'MSE' : null,
  milliseconds: 5,
});

const refuted: DecisionRecord = {
  ...decision('fails', 1, 1.4, 'refuted'),
  counterexample: {
    setting: { note: '```' },
    path: '1:0:2',
    outcome: { verdict: 'refuted', replicates: 500, comparisons: [comparison(1.5, 'refuted')] },
    confirmed: 'refuted',
  },
};

/** The evidence, in the order of a run. */
export const exampleEvidence: readonly EvidenceRecord[] = [
  exampleRun,
  ...exampleRun.claims.flatMap(({ id }) => [
    decision(id, 0, 1.01),
    id === 'fails'
      ? refuted
      : id === 'stratum-missed'
        ? { ...decision(id, 1, 1), strata: ['small'] }
        : decision(id, 1, 0.95),
    mutant(id, 'clipping'),
    mutant(id, 'one-sided', id !== 'mutant-survives'),
  ]),
];
