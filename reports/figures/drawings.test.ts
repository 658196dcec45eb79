import { describe, expect, test } from 'vitest';
import { figuresOf } from './index.ts';
import { sketches } from './specifications.ts';
import { readSvg } from './testing/read-svg.ts';
import { figureEvidence, reportOf, withClaims } from './testing/report.ts';
import { colors, WIDTH } from './theme.ts';

const report = reportOf(figureEvidence);
const figures = await figuresOf(report);
const read = new Map(figures.map(({ id, pictures }) => [id, pictures.map(({ svg }) => readSvg(svg))]));

const picture = (id: string, at = 0) => read.get(id)![at]!;
const shows = (id: string, ...texts: string[]) => expect(picture(id).texts).toEqual(expect.arrayContaining(texts));

test('a report with all data has all figures, in the order of the page', () => {
  expect(figures.map(({ id }) => id)).toEqual([
    'landscape',
    'trajectories',
    'regimes',
    'transfer-map',
    'retraining',
    'kill-matrix',
    'evidence',
    'domain',
  ]);
});

test('every picture fits the page, has no more than shapes and text, and refers to nothing outside itself', () => {
  for (const { id, pictures } of figures) {
    for (const [at, { svg }] of pictures.entries()) {
      expect(picture(id, at).width, id).toBeLessThanOrEqual(WIDTH);
      const allowed = ['svg', 'g', 'path', 'line', 'rect', 'text', 'defs', 'clipPath'];
      const attributes = [
        'xmlns',
        'version',
        'width',
        'height',
        'viewBox',
        'transform',
        'd',
        'x',
        'y',
        'x1',
        'x2',
        'y1',
        'y2',
        'id',
      ];
      const looks = [
        'fill',
        'fill-opacity',
        'stroke',
        'stroke-width',
        'stroke-dasharray',
        'stroke-miterlimit',
        'stroke-opacity',
        'opacity',
        'clip-path',
      ];
      const letters = ['font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor'];
      expect(
        [...picture(id, at).names].filter((name) => ![...allowed, ...attributes, ...looks, ...letters].includes(name)),
        id,
      ).toEqual([]);
      expect(svg.match(/url\((?!#)/), id).toBeNull();
    }
  }
});

test('no two pictures share an id', () => {
  const ids = figures.flatMap(({ pictures }) =>
    pictures.flatMap(({ svg }) => [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)),
  );
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
});

test('the same evidence gives the same bytes, in whatever order and however often it is drawn', async () => {
  const again = reportOf(figureEvidence.toReversed());
  expect(sketches(again)).toEqual(sketches(report));
  const [landscape] = await figuresOf({ ...again, curves: [], mutants: [], traces: [], claims: [] });
  expect(landscape).toEqual(figures[0]);
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
  test('kill matrix: a filled square for the killed, a cross for the survived, all labels', () => {
    shows('kill-matrix', 'holds', 'fails', 'clipping', 'one-sided', 'one-round', 'simulator', 'not attacked');
    // And one of each in the legend.
    expect(picture('kill-matrix').having('fill', colors.blue)).toBe(9 + 1);
    expect(picture('kill-matrix').having('stroke', colors.vermillion)).toBe(1 + 1);
  });
  test('evidence: a panel a claim with its line of decision and the mark of its verdict', () => {
    shows(
      'evidence',
      'holds',
      'fails',
      'mutant-survives',
      'regime-missed',
      'counterexample',
      'ln e / ln 1/α',
      'observations',
    );
    expect(picture('evidence').having('stroke-dasharray', '2,2')).toBe(5 + 1);
  });
  test('domain: regimes with their draws, the missed one crossed out, and a column a quantity', () => {
    shows('domain', 'holds', 'small · 1', 'large · 1', 'small · 2', 'large – none');
    expect(picture('domain').having('stroke', colors.vermillion)).toBe(2);
    expect(picture('domain', 1).texts).toEqual(
      expect.arrayContaining(['p', 'σ', 'Δ/σ', 'r/σ', 'R/σ', 'μ²', 'n₁', 'holds']),
    );
  });
});

test('hostile claim ids are shown and do nothing', async () => {
  const ids = [
    '</script><img src=x onerror=a()>',
    ']]><script>alert(1)</script>',
    '"><a href="javascript:alert(1)">',
    'a\u0000b\u001b[31m\ud800\uffff',
    'x'.repeat(1_000_000),
  ];
  const hostile = await figuresOf(reportOf(withClaims(ids)));
  expect(hostile).toHaveLength(figures.length);
  for (const { pictures } of hostile) {
    for (const { svg, alternative } of pictures) {
      const { names, width } = readSvg(svg);
      expect(width).toBeLessThanOrEqual(WIDTH);
      for (const name of ['script', 'img', 'a', 'onerror', 'href', 'src']) expect(names).not.toContain(name);
      expect(svg.length + alternative.length).toBeLessThan(100_000);
    }
  }
  const texts = readSvg(hostile.find(({ id }) => id === 'kill-matrix')!.pictures[0]!.svg).texts;
  expect(texts).toEqual(expect.arrayContaining([ids[0], ids[1], ids[2], 'a\ufffdb\ufffd[31m\ufffd\ufffd']));
});

test('a report without data has no figures', async () => {
  const bare = { ...report, illustrations: [], curves: [], traces: [], samples: [], claims: [], mutants: [] };
  expect(await figuresOf(bare)).toEqual([]);
});
