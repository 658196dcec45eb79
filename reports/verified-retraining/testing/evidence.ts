import type { BackendDescription, EvidenceRecord, RunRecord } from '../../../properties/engine/evidence/evidence.ts';
import type { CurveRecord } from '../../../properties/engine/kinds/replicated-runs/curve-record.ts';
import type {
  Landscape,
  Regimes,
  Trajectories,
  TransferMap,
} from '../../../properties/verified-retraining/figure-data/record.ts';
import { type Arm, armText } from '../../../properties/verified-retraining/vae/arm-text.ts';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import { buildReport } from '../../model/build-report.ts';
import type { Report } from '../../model/report.ts';
import { exampleRun } from '../../testing/evidence.ts';
import { exampleSuite } from '../../testing/suite.ts';
import { verifiedRetrainingReports } from '../index.ts';

/** Evidence with the data of every figure of this paper and with sample images, made by hand for their tests. */

const around = (mean: number, width = 0.1) => ({ mean, low: mean - width, high: mean + width });

const record = { type: 'observation', kind: 'figure-data' } as const;

/** Four cells: one of each agreement, and one that improves. */
export const landscape: Landscape = {
  ...record,
  figure: 'landscape',
  replicates: 400,
  realSamples: 100,
  kept: 50,
  cells: [
    { bias: 0, radius: 0.2, exact: -0.5, leadingOrder: -0.52, ...around(-0.5) },
    { bias: 0, radius: 0.4, exact: -0.25, leadingOrder: -0.26, ...around(-0.2) },
    { bias: 0.1, radius: 0.2, exact: 0.05, leadingOrder: 0.04, ...around(0.02) },
    { bias: 0.1, radius: 0.4, exact: 3, leadingOrder: 3.1, ...around(-0.3) },
  ],
  boundary: [
    { radius: 0.2, bias: 0.08 },
    { radius: 0.3, bias: 0.06 },
    { radius: 0.4, bias: null },
  ],
};

const setting: Setting = {
  thetaStar: [0],
  knowledgeCenter: [0.1],
  radius: 0.5,
  noise: 1,
  noiseAllowance: 0.8,
  singularValues: [10],
};

const series = (radius: number, schedule: string, scale: number) => ({
  setting: { ...setting, radius },
  radius,
  schedule,
  exact: [1, 0.1 * scale, 0.01 * scale],
  bound: [1, 0.2 * scale, 0.02 * scale],
  simulated: [around(1), around(0.1 * scale, 0.01), around(0.05 * scale, 0.005)],
});

const trajectories: Trajectories = {
  ...record,
  figure: 'trajectories',
  replicates: 200,
  series: [
    series(0.5, 'constant 100', 1),
    series(1, 'constant 100', 2),
    series(0.5, 'linear 50 + 50 k', 0.5),
    series(1, 'linear 50 + 50 k', 0.8),
  ],
};

const regimes: Regimes = {
  ...record,
  figure: 'regimes',
  replicates: 300,
  series: [
    {
      setting,
      schedule: 'constant 100',
      regime: 'unbiased',
      exact: [0.1, 0.01, 0.001],
      simulated: [around(0.1, 0.01), around(0.01, 0.02), around(0.001, 0.0001)],
    },
    {
      setting,
      schedule: 'constant 100',
      regime: 'mild',
      exact: [0.1, 0.02, 0.05],
      simulated: [around(0.1, 0.01), around(0.02, 0.001), around(0.05, 0.001)],
    },
    {
      setting,
      schedule: 'constant 100',
      regime: 'unverified',
      exact: [0.1, 0.2, 0.3],
      simulated: [around(0.1, 0.01), around(0.2, 0.01), around(0.5, 0.01)],
    },
  ],
};

const transferMap: TransferMap = {
  ...record,
  figure: 'transfer-map',
  replicates: 500,
  center: 1,
  truth: 0,
  radius: 0.5,
  noise: 1,
  map: [-1, 0, 1, 2].map((u) => ({ u, value: 1 + (u - 1) / 2, ...around(u === 2 ? 1.9 : 1 + (u - 1) / 2) })),
  path: [around(0), around(0.5), around(0.75)],
};

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
export const figureEvidence: readonly EvidenceRecord[] = [
  run,
  ...curves,
  landscape,
  trajectories,
  regimes,
  transferMap,
];

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
