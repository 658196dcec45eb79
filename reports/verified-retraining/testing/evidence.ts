import type { BackendDescription, EvidenceRecord, RunRecord } from '../../../properties/engine/evidence/evidence.ts';
import type { CurveRecord } from '../../../properties/engine/kinds/replicated-runs/curve-record.ts';
import { type Arm, armText } from '../../../properties/verified-retraining/vae/arm-text.ts';
import { buildReport } from '../../model/build-report.ts';
import type { Report } from '../../model/report.ts';
import { exampleRun } from '../../testing/evidence.ts';
import { exampleSuite } from '../../testing/suite.ts';
import { verifiedRetrainingReports } from '../index.ts';
import { figureData } from './figure-data.ts';

/** Evidence with the data of every figure of this paper and with sample images, made by hand for their tests. */

/** An arm whose verifier is retrained in every round. */
export const verified = (real: object, keep = 0.1): Arm => ({ verifier: { real, lifecycle: 'retrained' }, keep });

/** Gray level of every pixel of a round's images. */
const samples = (level: number, rounds: number) =>
  Buffer.from(Uint8Array.from({ length: rounds * 10 * 14 ** 2 }, () => level)).toString('base64');

/** An arm of a replicate, two rounds long; replicate 0 has sample images of a gray level. */
export const curve = (arm: Arm, replicate: number, level: number): CurveRecord => ({
  type: 'observation',
  kind: 'replicated-runs',
  population: { digits: 'mnist', setting: 'warm' },
  populationName: 'MNIST, warm',
  arm,
  armText: armText(arm),
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

const curves = [0, 1].flatMap((replicate) =>
  [verified({}), { keep: 1 }, verified({ shear: 0.35 }), verified({ count: 100 })].map((arm, at) => {
    const known = curve(arm, replicate, 0);
    const rounds = known.rounds.map((round) => ({
      ...round,
      frechet: 1 + (at - 1) * 0.1 * round.round! + 0.2 * replicate,
      frechetToReference: 2 - 0.5 * round.round!,
      negativeElbo: 60 - round.round!,
    }));
    return { ...known, rounds };
  }),
);

const backend: BackendDescription = {
  name: 'onnx',
  description: 'an engine of version 1',
  data: [
    { id: 'mnist', provenance: 'MNIST', digest: 'a1b2', floor: 0.06 },
    { id: 'procedural', provenance: 'drawn digits', digest: 'c3d4', floor: 0.06 },
  ],
  options: ['--engine', 'onnx', '--mnist', 'DIR'],
};

export const run: RunRecord = { ...exampleRun, backend, claims: [] };

/** Records with the data of every figure, in the order of a run. */
export const figureEvidence: readonly EvidenceRecord[] = [run, ...curves, ...figureData];

/** Records with sample images of several arms. */
export const sampledEvidence: readonly EvidenceRecord[] = [
  run,
  curve(verified({}, 0.3), 0, 10),
  curve(verified({}), 0, 20),
  curve(verified({}), 1, 30),
  curve({ keep: 1 }, 0, 40),
  curve({ ...verified({}), kept: { first: 0.1, step: 0 } }, 0, 50),
  curve({ verifier: { real: {}, lifecycle: 'frozen' }, keep: 0.1 }, 0, 60),
  curve(verified({ shear: 0.35 }), 0, 70),
  curve(verified({ count: 100 }), 0, 80),
];

/** The report of some records. */
export const reportOf = (records: readonly EvidenceRecord[]): Report =>
  buildReport(records, exampleSuite, { reports: verifiedRetrainingReports });
