import { expect, test } from 'vitest';
import type { EvidenceRecord } from '../../properties/engine/evidence/evidence.ts';
import { exampleReports, reportOf } from '../testing/reports.ts';
import { specificationsOf } from './specifications.ts';
import { figureEvidence } from './testing/evidence.ts';

const specifications = (records: readonly EvidenceRecord[] = figureEvidence) =>
  specificationsOf(reportOf(records), exampleReports);

/** The alternative texts of a figure, and its table. */
const figure = (id: string, records: readonly EvidenceRecord[] = figureEvidence) => {
  const { pictures, data } = specifications(records).find((each) => each.id === id)!;
  return { text: pictures.map(({ alternative }) => alternative).join(' '), ...data };
};

test('tables have a column for every heading', () => {
  for (const { id, data } of specifications()) {
    expect(data.rows.length, id).toBeGreaterThan(0);
    for (const row of data.rows) expect(row, id).toHaveLength(data.header.length);
  }
});

test('the figures of a suite come first, and one without data is left out', () => {
  const own = { id: 'own', title: '', caption: '', pictures: [], data: { header: [], rows: [] } };
  const figures = [() => null, () => own];
  const found = specificationsOf(reportOf(figureEvidence), { ...exampleReports, figures });
  expect(found.map(({ id }) => id)).toEqual(['own', 'kill-matrix', 'evidence', 'domain']);
});

test('kill matrix: pairs of claim and mutant by fate, and the mutants that have no killer', () => {
  expect(figure('kill-matrix').text).toBe(
    '5 claims by 2 mutants: 9 killed, 1 survived, 0 not tried. Every mutant has a killer. Survived: one-sided under mutant-survives.',
  );
  const unkilled = figureEvidence.map((record) =>
    record.type === 'mutant' && record.mutant === 'clipping' ? { ...record, refuted: false } : record,
  );
  expect(figure('kill-matrix', unkilled).text).toContain('Without a killer: clipping.');
  const untried = figureEvidence.filter(({ type }) => type !== 'mutant');
  expect(figure('kill-matrix', untried).text).toContain('0 killed, 0 survived, 10 not tried');
});

test('evidence: comparisons by verdict, the longest, and those that were refuted', () => {
  const { text, rows } = figure('evidence');
  expect(text).toContain(
    '10 comparisons of 5 claims: 9 supported, 1 refuted, 0 undecided. The longest took 400 observations',
  );
  expect(text).toContain('Refuted: fails, MSE.');
  expect(rows.filter(([claim]) => claim === 'fails')).toEqual([
    ['fails', 0, 'MSE', 'supported', 400, 14, 13.8, -80, 20.7],
    ['fails', 1, 'MSE', 'refuted', 400, -90, 13.8, 21, 20.7],
  ]);
});

test('domain: strata that were not exercised, and ranges of what settings have in common', () => {
  const { text } = figure('domain');
  expect(text).toContain('10 strata of 5 claims, 10 settings. Not exercised: large of stratum-missed.');
  expect(text).toContain('σ from 2 to 2 in 5 claims; n from 30 to 31 in 5 claims');
});
