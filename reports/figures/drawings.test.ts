import { describe, expect, test } from 'vitest';
import { exampleReports, reportOf } from '../testing/reports.ts';
import { figuresOf } from './index.ts';
import { specificationsOf } from './specifications.ts';
import { figureEvidence, withClaims } from './testing/evidence.ts';
import { expectPlain } from './testing/plain-svg.ts';
import { readSvg } from './testing/read-svg.ts';
import { colors, WIDTH } from './theme.ts';

const report = reportOf(figureEvidence);
const figures = await figuresOf(report, exampleReports);
const read = new Map(figures.map(({ id, pictures }) => [id, pictures.map(({ svg }) => readSvg(svg))]));

const picture = (id: string, at = 0) => read.get(id)![at]!;
const shows = (id: string, ...texts: string[]) => expect(picture(id).texts).toEqual(expect.arrayContaining(texts));

test('a report of any suite has these figures, in the order of the page', () => {
  expect(figures.map(({ id }) => id)).toEqual(['kill-matrix', 'evidence', 'domain']);
});

test('every picture fits the page, has no more than shapes and text, and refers to nothing outside itself', () => {
  expectPlain(figures);
});

test('the same evidence gives the same bytes, in whatever order and however often it is drawn', async () => {
  const again = reportOf(figureEvidence.toReversed());
  expect(specificationsOf(again, exampleReports)).toEqual(specificationsOf(report, exampleReports));
  const [matrix] = await figuresOf({ ...again, traces: [], samples: [] }, exampleReports);
  expect(matrix).toEqual(figures[0]);
});

describe('what is drawn', () => {
  test('kill matrix: a filled square for the killed, a cross for the survived, all labels', () => {
    shows('kill-matrix', 'holds', 'fails', 'clipping', 'one-sided', 'first', 'simulator', 'not paired');
    // And one of each in the legend.
    expect(picture('kill-matrix').having('fill', colors.blue)).toBe(9 + 1);
    expect(picture('kill-matrix').having('stroke', colors.vermillion)).toBe(1 + 1);
  });
  test('evidence: a panel for each claim with its line of decision and the mark of its verdict', () => {
    shows(
      'evidence',
      'holds',
      'fails',
      'mutant-survives',
      'stratum-missed',
      'counterexample',
      'ln e / ln 1/α',
      'observations',
    );
    expect(picture('evidence').having('stroke-dasharray', '2,2')).toBe(5 + 1);
  });
  test('domain: strata with their settings, the missed one crossed out, and a column for each quantity', () => {
    shows('domain', 'holds', 'small · 1', 'large · 1', 'small · 2', 'large – none');
    expect(picture('domain').having('stroke', colors.vermillion)).toBe(2);
    expect(picture('domain', 1).texts).toEqual(expect.arrayContaining(['σ', 'n', 'holds']));
  });
  test('domain: the axis of a quantity is logarithmic where the suite says so', () => {
    const scales = (logarithmicQuantities: readonly string[]) => {
      const { pictures } = specificationsOf(report, { ...exampleReports, logarithmicQuantities }).at(-1)!;
      return JSON.stringify(pictures[1]!.spec).match(/"type":"log"/g)?.length ?? 0;
    };
    expect(scales([])).toBe(0);
    expect(scales(['noise'])).toBeGreaterThan(0);
    expect(scales(['noise', 'n'])).toBe(2 * scales(['noise']));
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
  const hostile = await figuresOf(reportOf(withClaims(ids)), exampleReports);
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
  const bare = { ...report, traces: [], samples: [], claims: [], mutants: [] };
  expect(await figuresOf(bare, exampleReports)).toEqual([]);
});
