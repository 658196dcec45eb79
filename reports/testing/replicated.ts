import type {
  BackendDescription,
  ClaimDescription,
  DecisionRecord,
  EvidenceRecord,
  MutantRecord,
  RunRecord,
} from '../../properties/engine/evidence/evidence.ts';
import type { ReplicationDescription } from '../../properties/engine/kinds/replicated-runs/description.ts';
import { curve } from './curves.ts';
import { exampleRun } from './evidence.ts';

/** A run of a replicated claim made by hand for the tests of reports: one effect on two populations, and curves with sample images. */

const details: ReplicationDescription = {
  arms: { treated: { arm: { treatment: 'full' }, text: 'full treatment', rounds: 2 } },
  effects: [{ name: 'ln distance, last / start', direction: 'negative', smallest: 0.1 }],
  excluded: [{ setting: 'cold', reason: 'it does not fall there' }],
  remarks: ['It falls in the first round most.'],
};

const claim: ClaimDescription = {
  id: 'falls',
  group: 'replicated',
  title: 'The distance falls',
  statements: ['true~1'],
  kind: 'sign',
  decision: 'by hand',
  work: 'replicated-runs',
  domain: 'Replicates of fixed settings: first colony, warm; second colony, warm.',
  strata: ['first colony, warm', 'second colony, warm'],
  settings: 2,
  drawn: false,
  mutants: ['treatment-unused'],
  code: { file: 'properties/claims/falls.ts', line: 7 },
  sources: 'digest of falls',
  details,
};

export const exampleBackend: BackendDescription = {
  name: 'abacus',
  description: 'an abacus of version 1',
  data: [
    { id: 'first', provenance: 'the first colony', digest: 'a1b2', floor: 0.06 },
    { id: 'second', provenance: 'the second colony', digest: 'c3d4', floor: 0.06 },
  ],
  options: ['--abacus', 'wood', '--colonies', 'DIR'],
};

export const replicatedRun: RunRecord = {
  ...exampleRun,
  budgets: {
    ...exampleRun.budgets,
    'replicated-runs': { falseRefutationOfRun: 0.03, falseRefutationOfSetting: 0.015, falseSupportOfClaim: 0.04 },
  },
  backend: exampleBackend,
  leftOut: [{ claim: 'rises', group: 'replicated', excluded: [{ setting: 'warm', reason: 'nobody knows' }] }],
  claims: [claim],
  mutants: [{ id: 'treatment-unused', title: 'the treatment is ignored', part: 'treatment' }],
};

const decision = (index: number, estimate: number): DecisionRecord => ({
  type: 'decision',
  claim: 'falls',
  index,
  strata: [claim.strata[index]!],
  setting: { setting: 'warm' },
  outcome: {
    verdict: 'supported',
    replicates: 4 + index,
    comparisons: [
      {
        name: 'effects are finite',
        verdict: 'supported',
        expected: 0,
        estimate: 0,
        interval: null,
        zone: [0, 0],
        guarantee: 'exact',
      },
      {
        name: 'ln distance, last / start',
        verdict: 'supported',
        expected: -0.1,
        estimate,
        interval: [estimate - 0.05, estimate + 0.05],
        zone: [null, 0],
        guarantee: 'normal',
      },
    ],
  },
  milliseconds: 100,
});

const mutant: MutantRecord = {
  type: 'mutant',
  claim: 'falls',
  mutant: 'treatment-unused',
  refuted: true,
  index: 0,
  replicates: 6,
  by: 'ln distance, last / start',
  milliseconds: 50,
};

/** The evidence, in the order of a run. */
export const replicatedEvidence: readonly EvidenceRecord[] = [
  replicatedRun,
  decision(0, -0.4),
  decision(1, -0.5),
  mutant,
  curve({ treatment: 'full' }, 0, 20),
  curve({ treatment: 'full' }, 1, 30),
  curve({ treatment: 'half' }, 0, 10),
  curve({ treatment: 'none' }, 0, 40),
];

/** The evidence of a run of both kinds of claims. */
export const mixedEvidence = (drawn: readonly EvidenceRecord[]): readonly EvidenceRecord[] => [
  {
    ...replicatedRun,
    claims: [...exampleRun.claims, ...replicatedRun.claims],
    mutants: [...exampleRun.mutants, ...replicatedRun.mutants],
  },
  ...drawn.slice(1),
  ...replicatedEvidence.slice(1),
];
