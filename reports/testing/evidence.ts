import type { ComparisonOutcome, Verdict } from '../../properties/engine/claim.ts';
import {
  type ClaimDescription,
  type DrawRecord,
  type EvidenceRecord,
  evidenceVersion,
  type MutantRecord,
  type RunRecord,
} from '../../properties/engine/evidence/evidence.ts';
import { checked, type Statement } from '../../theory/manifest/statement.ts';

/** A run made by hand for the tests of reports: one claim of each fate, on two regimes, two draws and two mutants each. */

const claim = (id: string, statement: string): ClaimDescription => ({
  id,
  group: 'one-round',
  title: `${id}: a < b | c`,
  statements: [`${statement}~1`],
  kind: 'mean',
  decision: 'by hand',
  domain: 'two settings',
  regimes: ['small', 'large'],
  draws: 2,
  mutants: ['clipping', 'one-sided'],
  code: { file: `properties/claims/${id}.ts`, line: 3 },
  retraining: null,
});

/** The fate of each claim is its id. */
export const exampleRun: RunRecord = {
  type: 'run',
  version: evidenceVersion,
  command: 'npm run verify -- --tier quick --seed 7',
  seed: 7,
  tier: 'quick',
  indifference: 0.1,
  budget: { falseRefutationOfRun: 1e-6, falseRefutationOfDraw: 1.25e-7, falseSupportOfClaim: 2e-6, retraining: null },
  engine: null,
  digits: [],
  leftOut: [],
  machine: { node: 'v20.19.0', platform: 'linux x64', processor: 'an abacus', cores: 2, memory: 8 },
  sources: { 'theory/model.ts': '0'.repeat(64) },
  claims: [
    claim('holds', 'true'),
    claim('fails', 'false'),
    claim('mutant-survives', 'weak'),
    claim('regime-missed', 'weak'),
    claim('counterexample', 'loose'),
  ],
  mutants: [
    { id: 'clipping', title: 'labels are clipped', part: 'simulator' },
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

/** A draw with one comparison. */
export const draw = (claim: string, index: number, estimate: number, verdict: Verdict = 'supported'): DrawRecord => ({
  type: 'draw',
  claim,
  draw: index,
  regimes: [index % 2 === 0 ? 'small' : 'large'],
  setting: { n: index },
  outcome: { verdict, replicates: 1000, comparisons: [comparison(estimate, verdict)] },
  milliseconds: 10 + index,
});

const mutant = (claim: string, id: string, refuted = true): MutantRecord => ({
  type: 'mutant',
  claim,
  mutant: id,
  refuted,
  draw: refuted ? 0 : 2,
  replicates: 300,
  by: refuted ? 'MSE' : null,
  milliseconds: 5,
});

const refutedDraw: DrawRecord = {
  ...draw('fails', 1, 1.4, 'refuted'),
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
  ...['holds', 'fails', 'mutant-survives', 'regime-missed', 'counterexample'].flatMap((id) => [
    draw(id, 0, 1.01),
    id === 'fails'
      ? refutedDraw
      : id === 'regime-missed'
        ? { ...draw(id, 1, 1), regimes: ['small'] }
        : draw(id, 1, 0.95),
    mutant(id, 'clipping'),
    mutant(id, 'one-sided', id !== 'mutant-survives'),
  ]),
];

const statement = (id: string, rest: Partial<Pick<Statement, 'scope' | 'holds'>> = {}): Statement => ({
  id,
  revision: 1,
  source: `Theorem of ${id}`,
  section: 'By hand',
  statement: `The ${id} statement.`,
  kind: 'mean',
  scope: checked,
  tex: 'x',
  ...rest,
});

/** A manifest with a statement of each status. */
export const exampleStatements: readonly Statement[] = [
  statement('true'),
  statement('false'),
  statement('weak'),
  statement('loose', { holds: false }),
  statement('unclaimed'),
  statement('later', { scope: { status: 'not-yet', reason: 'No digits yet.' } }),
  statement('never', { scope: { status: 'out-of-scope', reason: 'Needs accelerators.' } }),
];
