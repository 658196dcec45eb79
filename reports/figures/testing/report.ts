import type { DrawRecord, EvidenceRecord, RunRecord } from '../../../properties/engine/evidence/evidence.ts';
import type { IllustrationRecord } from '../../../properties/verified-retraining/figure-data/record.ts';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import { buildReport, type Report } from '../../model/report.ts';
import { exampleEvidence, exampleRun, exampleStatements } from '../../testing/evidence.ts';
import { curve, retrainingRun, verified } from '../../testing/replicated.ts';

/** A report with the data of every figure, made by hand for their tests. */

const around = (mean: number, width = 0.1) => ({ mean, low: mean - width, high: mean + width });

/** Four cells: one of each agreement, and one that improves. */
export const landscape: Extract<IllustrationRecord, { illustration: 'landscape' }> = {
  type: 'illustration',
  illustration: 'landscape',
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

export const trajectories: IllustrationRecord = {
  type: 'illustration',
  illustration: 'trajectories',
  replicates: 200,
  series: [
    series(0.5, 'constant 100', 1),
    series(1, 'constant 100', 2),
    series(0.5, 'linear 50 + 50 k', 0.5),
    series(1, 'linear 50 + 50 k', 0.8),
  ],
};

export const regimes: IllustrationRecord = {
  type: 'illustration',
  illustration: 'regimes',
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

export const transferMap: IllustrationRecord = {
  type: 'illustration',
  illustration: 'transfer-map',
  replicates: 500,
  center: 1,
  truth: 0,
  radius: 0.5,
  noise: 1,
  map: [-1, 0, 1, 2].map((u) => ({ u, value: 1 + (u - 1) / 2, ...around(u === 2 ? 1.9 : 1 + (u - 1) / 2) })),
  path: [around(0), around(0.5), around(0.75)],
};

/** A draw in the paper's own problem, and how the evidence of its one comparison grew. */
function sampled(record: DrawRecord): DrawRecord {
  const { outcome, draw: index } = record;
  const setting = {
    thetaStar: [0, 1],
    knowledgeCenter: [0.3 + index, 1.4],
    radius: 0.5,
    noise: 2,
    noiseAllowance: 1.5,
    singularValues: [4, 5],
  };
  const refuted = outcome.verdict === 'refuted';
  const trace = {
    replicates: [1, 10, 400],
    support: refuted ? [-1, -5, -90] : [-1, 2, 14],
    refute: refuted ? [0, 5, 21] : [0, -5, -80],
    enough: { support: 13.8, refute: 20.7 },
  };
  const comparisons = outcome.comparisons.map((comparison) => ({ ...comparison, trace }));
  return { ...record, setting: { setting, kept: 30 + index }, outcome: { ...outcome, comparisons } };
}

const curves = [0, 1].flatMap((replicate) =>
  [verified({}), { keep: 1 }, verified({ shear: 0.35 }), verified({ count: 100 })].map((arm, at) => {
    const known = curve(arm, replicate, 0);
    const rounds = known.rounds.map((round) => ({
      ...round,
      frechet: 1 + (at - 1) * 0.1 * round.round + 0.2 * replicate,
      frechetToReference: 2 - 0.5 * round.round,
      negativeElbo: 60 - round.round,
    }));
    return { ...known, rounds };
  }),
);

const run: RunRecord = { ...exampleRun, engine: retrainingRun.engine, digits: retrainingRun.digits };

/** Its records, in the order of a run. */
export const figureEvidence: readonly EvidenceRecord[] = [
  run,
  ...exampleEvidence.slice(1).map((record) => (record.type === 'draw' ? sampled(record) : record)),
  ...curves,
  landscape,
  trajectories,
  regimes,
  transferMap,
];

/** The report of some records. */
export const reportOf = (records: readonly EvidenceRecord[]): Report => buildReport(records, exampleStatements);

/** The records with other ids for its claims, in their order. */
export const withClaims = (ids: readonly string[]): EvidenceRecord[] => {
  const renamed = (id: string) => ids[exampleRun.claims.findIndex((claim) => claim.id === id)] ?? id;
  return figureEvidence.map((record) => {
    if (record.type === 'run')
      return { ...record, claims: record.claims.map((claim) => ({ ...claim, id: renamed(claim.id) })) };
    return record.type === 'draw' || record.type === 'mutant' ? { ...record, claim: renamed(record.claim) } : record;
  });
};
