import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { sketches } from './specifications.ts';
import { figureEvidence, landscape, reportOf } from './testing/report.ts';

/** The alternative texts of a figure, and its table. */
const toldOf = (id: string, records: readonly EvidenceRecord[] = figureEvidence) => {
  const { pictures, data } = sketches(reportOf(records)).find((sketch) => sketch.id === id)!;
  return { text: pictures.map(({ alternative }) => alternative).join(' '), ...data };
};

/** The records, those of one illustration changed. */
const changed = (illustration: string, change: (record: never) => object): EvidenceRecord[] =>
  figureEvidence.map((record) =>
    record.type === 'illustration' && record.illustration === illustration
      ? ({ ...record, ...change(record as never) } as EvidenceRecord)
      : record,
  );

test('tables have a column for every heading', () => {
  for (const { id, data } of sketches(reportOf(figureEvidence))) {
    expect(data.rows.length, id).toBeGreaterThan(0);
    for (const row of data.rows) expect(row, id).toHaveLength(data.header.length);
  }
});

test('landscape: agreement of signs, and the best and the worst cell', () => {
  const { text, rows } = toldOf('landscape');
  expect(text).toContain(
    '4 cells: the simulated sign is that of the theorem in 50 %, the other one in 25 %, and not decided in 25 %',
  );
  expect(text).toContain('the error falls in 50 % of the cells');
  expect(text).toContain(
    'best simulated change is −50 % at Δ/σ = 0, r/σ = 0.2; the worst +2 % at Δ/σ = 0.1, r/σ = 0.2',
  );
  expect(rows.map((row) => row.at(-1))).toEqual(['same sign', 'same sign', 'interval covers 0', 'other sign']);
  const cells = landscape.cells.map((cell) => ({ ...cell, low: 5, high: 6 }));
  expect(
    toldOf(
      'landscape',
      changed('landscape', () => ({ cells })),
    ).text,
  ).toContain('the other one in 50 %');
});

test('trajectories: how the exact chain lies to the bound and the simulation to the exact chain', () => {
  const { text, rows } = toldOf('trajectories');
  expect(text).toContain('nowhere above the bound and between 0.5 and 1 of it');
  // Of three rounds the last is off in every panel.
  expect(text).toContain('covers the exact value at 67 % of the points');
  expect(text).toContain('r = 1, constant 100: from 1 to 0.02 in 2 rounds.');
  expect(rows).toHaveLength(4 * 3);
  const violated = changed('trajectories', ({ series }: { series: { bound: number[] }[] }) => ({
    series: series.map((each, at) => (at === 0 ? { ...each, bound: [1, 0.05, 0.02] } : each)),
  }));
  expect(toldOf('trajectories', violated).text).toContain('above the bound at 1 point and between 0.5 and 2 of it');
});

test('regimes: where each error starts, turns and ends', () => {
  const { text } = toldOf('regimes');
  expect(text).toContain('unbiased: from 0.1 to 0.001 after 2 rounds.');
  expect(text).toContain('mild: from 0.1 to 0.05 after 2 rounds, least 0.02 after 1 round.');
  expect(text).toContain('at 89 % of the points');
});

test('transfer map: cover of T, and how far the stairs are from θ_c and θ*', () => {
  const { text, rows } = toldOf('transfer-map');
  expect(text).toContain('with θ_c = 1 and θ* = 0');
  expect(text).toContain('covers T at 75 % of 4 points');
  expect(text).toContain('start at 0 and are at 0.75 after 2 rounds, 0.25 from θ_c and 0.75 from θ*');
  expect(rows).toHaveLength(4 + 3);
});

test('retraining: where distance and diversity of each arm go, over how many replicates', () => {
  const { text, rows } = toldOf('retraining');
  expect(text).toContain(
    'MNIST, warm: no verifier, keeps 100 %: FD from 1.1 to 1.1, class variance from 1 to 1 after 2 rounds (2 replicates).',
  );
  expect(text).toContain('sheared by 0.35, keeps 10 %: FD from 1.1 to 1.3, to the verifier’s reference from 2 to 1,');
  // Four arms, three rounds, six observed metrics.
  expect(rows).toHaveLength(4 * 3 * 6);
});

test('kill matrix: attacks by fate, and who has no killer', () => {
  expect(toldOf('kill-matrix').text).toBe(
    '5 claims by 2 mutants: 9 attacks killed, 1 survived, 0 not tried. Every mutant has a killer. Survived: one-sided under mutant-survives.',
  );
  const unkilled = figureEvidence.map((record) =>
    record.type === 'mutant' && record.mutant === 'clipping' ? { ...record, refuted: false } : record,
  );
  expect(toldOf('kill-matrix', unkilled).text).toContain('Without a killer: clipping.');
  const untried = figureEvidence.filter(({ type }) => type !== 'mutant');
  expect(toldOf('kill-matrix', untried).text).toContain('0 attacks killed, 0 survived, 10 not tried');
});

test('evidence: comparisons by verdict, the longest, and those that were refuted', () => {
  const { text, rows } = toldOf('evidence');
  expect(text).toContain(
    '10 comparisons of 5 claims: 9 supported, 1 refuted, 0 undecided. The longest took 400 observations',
  );
  expect(text).toContain('Refuted: fails, MSE.');
  expect(rows.filter(([claim]) => claim === 'fails')).toEqual([
    ['fails', 0, 'MSE', 'supported', 400, 14, 13.8, -80, 20.7],
    ['fails', 1, 'MSE', 'refuted', 400, -90, 13.8, 21, 20.7],
  ]);
});

test('domain: regimes that were not exercised, and ranges of what settings have in common', () => {
  const { text } = toldOf('domain');
  expect(text).toContain('10 regimes of 5 claims, 10 draws. Not exercised: large of regime-missed.');
  expect(text).toContain('Δ/σ from 0.25 to 0.6801 in 5 claims');
  expect(text).toContain(
    'r/σ from 0.25 to 0.25 in 5 claims; R/σ from 1 to 1 in 5 claims; μ² from 16 to 25 in 5 claims; n₁ from 30 to 31 in 5 claims',
  );
});
