import type {
  ClaimDescription,
  CurveRecord,
  DrawRecord,
  EvidenceRecord,
  MutantRecord,
  RunRecord,
} from '../../properties/engine/evidence/evidence.ts';
import { exampleRun } from './evidence.ts';

/** A run of a retraining claim made by hand for the tests of reports: one effect on two populations, and curves with sample images. */

const claim: ClaimDescription = {
  id: 'falls',
  group: 'vae',
  title: 'The distance falls',
  statements: ['true~1'],
  kind: 'sign',
  decision: 'by hand',
  domain: 'Replicates of fixed settings: MNIST, warm; procedural digits, warm.',
  regimes: ['MNIST, warm', 'procedural digits, warm'],
  draws: 2,
  mutants: ['verifier-unused'],
  code: { file: 'properties/claims/falls.ts', line: 7 },
  retraining: {
    arms: { verified: { arm: { verifier: { real: {}, lifecycle: 'retrained' }, keep: 0.1 }, rounds: 2 } },
    effects: [{ name: 'ln FD, last / start', direction: 'negative', smallest: 0.1 }],
    excluded: [{ setting: 'fresh', reason: 'it does not fall there' }],
    remarks: ['It falls in the first round most.'],
  },
};

export const retrainingRun: RunRecord = {
  ...exampleRun,
  budget: {
    ...exampleRun.budget,
    retraining: { falseRefutationOfRun: 0.03, falseRefutationOfDraw: 0.015, falseSupportOfClaim: 0.04 },
  },
  engine: { name: 'onnx', description: 'an engine of version 1' },
  digits: [
    { kind: 'mnist', provenance: 'MNIST', digest: 'a1b2', floor: 0.06 },
    { kind: 'procedural', provenance: 'drawn digits', digest: 'c3d4', floor: 0.06 },
  ],
  leftOut: [{ claim: 'rises', excluded: [{ setting: 'warm', reason: 'nobody knows' }] }],
  claims: [claim],
  mutants: [{ id: 'verifier-unused', title: 'scores are ignored', part: 'retraining' }],
};

const draw = (index: number, estimate: number): DrawRecord => ({
  type: 'draw',
  claim: 'falls',
  draw: index,
  regimes: [claim.regimes[index]!],
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
        name: 'ln FD, last / start',
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
  mutant: 'verifier-unused',
  refuted: true,
  draw: 0,
  replicates: 6,
  by: 'ln FD, last / start',
  milliseconds: 50,
};

/** Gray level of every pixel of a round's images, told apart by arm. */
const samples = (level: number, rounds: number) =>
  Buffer.from(Uint8Array.from({ length: rounds * 10 * 14 ** 2 }, () => level)).toString('base64');

/** An arm of a replicate, two rounds long. */
export const curve = (arm: CurveRecord['arm'], replicate: number, level: number): CurveRecord => ({
  type: 'curve',
  digits: 'mnist',
  setting: 'warm',
  arm,
  replicate,
  rounds: [0, 1, 2].map((round) => ({
    round,
    frechet: 1,
    frechetToReference: 1,
    classVariance: 1,
    slant: 0,
    ink: 1,
  })),
  ...(replicate === 0 ? { samples: samples(level, 3) } : {}),
});

export const verified = (real: object, keep = 0.1): CurveRecord['arm'] => ({
  verifier: { real, lifecycle: 'retrained' },
  keep,
});

/** The evidence, in the order of a run. */
export const retrainingEvidence: readonly EvidenceRecord[] = [
  retrainingRun,
  draw(0, -0.4),
  draw(1, -0.5),
  mutant,
  curve(verified({}, 0.3), 0, 10),
  curve(verified({}), 0, 20),
  curve(verified({}), 1, 30),
  curve({ keep: 1 }, 0, 40),
  curve({ ...verified({}), kept: { first: 0.1, step: 0 } }, 0, 50),
  curve({ verifier: { real: {}, lifecycle: 'frozen' }, keep: 0.1 }, 0, 60),
  curve(verified({ shear: 0.35 }), 0, 70),
  curve(verified({ count: 100 }), 0, 80),
];
