import type {
  Landscape,
  Regimes,
  Trajectories,
  TransferMap,
  VerifiedRetrainingFigureData,
} from '../../../properties/verified-retraining/figure-data/record.ts';
import type { Setting } from '../../../theory/verified-retraining/model.ts';

/** Data of every figure of this paper, made by hand for their tests. */

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

export const figureData: readonly VerifiedRetrainingFigureData[] = [landscape, trajectories, regimes, transferMap];
