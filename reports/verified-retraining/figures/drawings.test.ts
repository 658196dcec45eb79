import { describe, expect, test } from 'vitest';
import { figuresOf } from '../../figures/index.ts';
import { specificationsOf } from '../../figures/specifications.ts';
import { expectPlain } from '../../figures/testing/plain-svg.ts';
import { readSvg } from '../../figures/testing/read-svg.ts';
import { colors } from '../../figures/theme.ts';
import { verifiedRetrainingReports as reports } from '../index.ts';
import { figureEvidence, reportOf } from '../testing/evidence.ts';

const report = reportOf(figureEvidence);
const figures = await figuresOf(report, reports);
const read = new Map(figures.map(({ id, pictures }) => [id, readSvg(pictures[0]!.svg)]));

const picture = (id: string) => read.get(id)!;
const shows = (id: string, ...texts: string[]) => expect(picture(id).texts).toEqual(expect.arrayContaining(texts));

test('a report with all data has all figures of the paper, in the order of the page', () => {
  expect(figures.map(({ id }) => id)).toEqual(['landscape', 'trajectories', 'regimes', 'transfer-map', 'retraining']);
});

test('a report without their data has none of them', async () => {
  expect(await figuresOf({ ...report, figureData: [], curves: [] }, reports)).toEqual([]);
});

test('every picture fits the page, has no more than shapes and text, and refers to nothing outside itself', () => {
  expectPlain(figures);
});

test('no two pictures share an id', () => {
  const ids = figures.flatMap(({ pictures }) =>
    pictures.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)),
  );
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the same evidence gives the same figures, in whatever order', () => {
  const again = reportOf(figureEvidence.toReversed());
  expect(specificationsOf(again, reports)).toEqual(specificationsOf(report, reports));
});

describe('what is drawn', () => {
  test('landscape: three maps with a boundary on each, worse cells crossed', () => {
    shows(
      'landscape',
      'Theorem 3.1, leading order',
      'Simulated',
      'Sign of the change',
      'bias Δ/σ',
      'radius r/σ',
      'other sign',
    );
    expect(picture('landscape').count('clipPath')).toBe(3 * 2);
    // Two cells are worse by the theorem, one as simulated; four classes of the legend are.
    expect(picture('landscape').having('fill', '#4a2500')).toBe(2 + 1 + 4);
    expect(picture('landscape').having('fill', colors.vermillion)).toBe(1 + 1);
  });
  test('trajectories: a panel for each radius and schedule', () => {
    shows('trajectories', 'r = 0.5', 'r = 1', 'n_k: constant 100', 'n_k: linear 50 + 50 k', 'E‖θ̂_k − θ_c‖²', 'round k');
    expect(picture('trajectories').having('stroke-dasharray', '5,3')).toBe(4 + 1);
  });
  test('regimes: a line, a band and points for each, and a legend', () => {
    shows('regimes', 'unbiased', 'mild', 'unverified', 'E‖θ̂_k − θ*‖²');
    expect(picture('regimes').having('stroke', colors.blue)).toBe(2);
    expect(picture('regimes').having('fill', colors.blue)).toBe(1 + 3 + 1);
  });
  test('transfer map: the map, the identity, the stairs, θ_c and θ*', () => {
    shows('transfer-map', 'identity: no verifier', 'θ_c', 'θ*', 'u = v_jᵀθ̂_k', 'T(u) = E v_jᵀθ̂_{k+1}');
    expect(picture('transfer-map').having('stroke', colors.vermillion)).toBe(2);
  });
  test('retraining: panels of distance, reference, diversity and evidence bound', () => {
    shows(
      'retraining',
      'What the verifier knows',
      'A verifier with distorted knowledge',
      'Diversity within a class',
      'Evidence bound of real digits',
    );
    shows('retraining', 'MNIST, warm', 'no verifier, keeps 100 %', 'real digits', '−ELBO in nats');
  });
});
