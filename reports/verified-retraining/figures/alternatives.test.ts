import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../../properties/engine/evidence/evidence.ts';
import type { FigureDataRecord } from '../../../properties/engine/kinds/figure-data/record.ts';
import { specificationsOf } from '../../figures/specifications.ts';
import { verifiedRetrainingReports } from '../index.ts';
import { figureEvidence, reportOf } from '../testing/evidence.ts';
import { landscape } from '../testing/figure-data.ts';

const specifications = (records: readonly EvidenceRecord[] = figureEvidence) =>
  specificationsOf(reportOf(records), verifiedRetrainingReports);

/** The alternative texts of a figure, and its table. */
const figure = (id: string, records: readonly EvidenceRecord[] = figureEvidence) => {
  const { pictures, data } = specifications(records).find((each) => each.id === id)!;
  return { text: pictures.map(({ alternative }) => alternative).join(' '), ...data };
};

/** The records, those of one figure changed. */
const changed = (id: string, change: (record: never) => object): EvidenceRecord[] =>
  figureEvidence.map((record) =>
    (record as FigureDataRecord).figure === id ? { ...record, ...change(record as never) } : record,
  );

test('tables have a column for every heading', () => {
  for (const { id, data } of specifications()) {
    expect(data.rows.length, id).toBeGreaterThan(0);
    for (const row of data.rows) expect(row, id).toHaveLength(data.header.length);
  }
});

test('landscape: agreement of signs, and the best and the worst cell', () => {
  const { text, rows } = figure('landscape');
  expect(text).toContain(
    '4 cells: the simulated sign is that of the theorem in 50 %, the other one in 25 %, and not decided in 25 %',
  );
  expect(text).toContain('the error falls in 50 % of the cells');
  expect(text).toContain(
    'best simulated change is −50 % at Δ/σ = 0, r/σ = 0.2; the worst +2 % at Δ/σ = 0.1, r/σ = 0.2',
  );
  expect(rows.map((row) => row.at(-1))).toEqual(['same sign', 'same sign', 'interval covers 0', 'other sign']);
  const cells = landscape.cells.map((cell) => ({ ...cell, low: 5, high: 6 }));
  const moved = changed('landscape', () => ({ cells }));
  expect(figure('landscape', moved).text).toContain('the other one in 50 %');
});

test('trajectories: how the exact chain lies to the bound and the simulation to the exact chain', () => {
  const { text, rows } = figure('trajectories');
  expect(text).toContain('nowhere above the bound and between 0.5 and 1 of it');
  // Of three rounds the last is off in every panel.
  expect(text).toContain('covers the exact value at 67 % of the points');
  expect(text).toContain('r = 1, constant 100: from 1 to 0.02 in 2 rounds.');
  expect(rows).toHaveLength(4 * 3);
  const violated = changed('trajectories', ({ series }: { series: { bound: number[] }[] }) => ({
    series: series.map((each, at) => (at === 0 ? { ...each, bound: [1, 0.05, 0.02] } : each)),
  }));
  expect(figure('trajectories', violated).text).toContain('above the bound at 1 point and between 0.5 and 2 of it');
});

test('regimes: where each error starts, turns and ends', () => {
  const { text } = figure('regimes');
  expect(text).toContain('unbiased: from 0.1 to 0.001 after 2 rounds.');
  expect(text).toContain('mild: from 0.1 to 0.05 after 2 rounds, least 0.02 after 1 round.');
  expect(text).toContain('at 89 % of the points');
});

test('transfer map: cover of T, and how far the stairs are from θ_c and θ*', () => {
  const { text, rows } = figure('transfer-map');
  expect(text).toContain('with θ_c = 1 and θ* = 0');
  expect(text).toContain('covers T at 75 % of 4 points');
  expect(text).toContain('start at 0 and are at 0.75 after 2 rounds, 0.25 from θ_c and 0.75 from θ*');
  expect(rows).toHaveLength(4 + 3);
});

test('retraining: where distance and diversity of each arm go, over how many replicates', () => {
  const { text, rows } = figure('retraining');
  expect(text).toContain(
    'MNIST, warm: no verifier, keeps 100 %: FD from 1.1 to 1.1, class variance from 1 to 1 after 2 rounds (2 replicates).',
  );
  expect(text).toContain('sheared by 0.35, keeps 10 %: FD from 1.1 to 1.3, to the verifier’s reference from 2 to 1,');
  // Four arms, three rounds, six observed metrics.
  expect(rows).toHaveLength(4 * 3 * 6);
});
