import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { momentsByBoundaryTerms } from './truncated-normal/boundary-terms.ts';
import { momentsByQuadrature } from './truncated-normal/quadrature.ts';
import { truncatedNormalCumulants, truncatedNormalMoments } from './truncated-normal.ts';

type Field = 'logMass' | 'mean' | 'variance' | 'thirdCentral';
type Row = Record<Field, string> & { alpha: string | null; beta: string | null };
type CumulantRow = Row & { fourthCumulant: string; fifthCumulant: string };

const rowsOf = <R extends Row>(file: string): R[] =>
  JSON.parse(readFileSync(new URL(`testing/reference/${file}`, import.meta.url), 'utf8')).rows;
const given = rowsOf<Row>('truncated-normal-moments.json');
const drawn = rowsOf<CumulantRow>('truncated-normal-cumulants.json');
const windowOf = ({ alpha, beta }: Row) =>
  [alpha === null ? -Infinity : Number(alpha), beta === null ? Infinity : Number(beta)] as const;

/** A tenth of what the contract allows, so that a lost digit shows: 1e-12 relative; below 1e-3, logMass 1e-13 and mean 1e-14 absolute. */
const tolerance = (field: Field, value: number) => {
  if (field === 'logMass' && Math.abs(value) < 1e-3) return 1e-14;
  if (field === 'mean' && Math.abs(value) < 1e-3) return 1e-15;
  return 1e-13 * Math.abs(value);
};

const departures = (rows: readonly Row[]) =>
  rows.flatMap((row) => {
    const [alpha, beta] = windowOf(row);
    const moments = truncatedNormalMoments(alpha, beta);
    return (['logMass', 'mean', 'variance', 'thirdCentral'] as const)
      .filter((field) => !(Math.abs(moments[field] - Number(row[field])) <= tolerance(field, Number(row[field]))))
      .map((field) => `${field} on [${alpha}, ${beta}]: ${moments[field]}, not ${row[field]}`);
  });

describe('truncatedNormalMoments', () => {
  test('agrees with 800-digit arithmetic on the reference windows', () => {
    expect(given.length).toBeGreaterThan(60);
    expect(departures(given)).toEqual([]);
  });

  test('agrees with 400-digit arithmetic on drawn windows of every kind', () => {
    expect(drawn.length).toBeGreaterThan(90);
    expect(departures(drawn)).toEqual([]);
  });

  test('mirrors a mirrored window bit for bit', () => {
    for (const row of drawn) {
      const [alpha, beta] = windowOf(row);
      const { logMass, mean, variance, thirdCentral } = truncatedNormalMoments(alpha, beta);
      const mirror = truncatedNormalMoments(-beta, -alpha);
      expect([mirror.logMass, mirror.variance]).toEqual([logMass, variance]);
      // Sums, because the moments of a symmetric window are both +0.
      expect([mirror.mean + mean, mirror.thirdCentral + thirdCentral]).toEqual([0, 0]);
    }
  });

  test('has no odd moments on a symmetric window', () => {
    for (const width of [1e-9, 0.3, 1, 1.9, 2, 5, 39, 50, Infinity]) {
      const { mean, thirdCentral } = truncatedNormalMoments(-width, width);
      expect([mean, thirdCentral]).toEqual([0, 0]);
    }
  });

  test('is the standard normal without a window', () => {
    const { logMass, mean, variance, thirdCentral } = truncatedNormalMoments(-Infinity, Infinity);
    expect([logMass, mean, variance, thirdCentral]).toEqual([-0, 0, 1, 0]);
  });

  test('gives the same from both methods where they meet', () => {
    for (let step = 0; step <= 400; step++) {
      const beta = 2 + (step / 100) ** 2;
      const boundary = momentsByBoundaryTerms(-2, beta);
      const quadrature = momentsByQuadrature(-2, beta);
      for (const field of ['logMass', 'mean', 'variance', 'thirdCentral'] as const) {
        const gap = Math.abs(boundary[field] - quadrature[field]);
        expect(gap, `${field} on [-2, ${beta}]`).toBeLessThanOrEqual(1e-12 * Math.abs(boundary[field]));
      }
    }
  });

  test('does not notice an endpoint that moves beyond the density', () => {
    // An endpoint where the density is e⁻⁴⁰ of its maximum, and none: the third moment loses about 40³e⁻⁴⁰ = 3e-13 of itself.
    for (const alpha of [-1.5, 0, 0.7, 6, 80]) {
      const peak = Math.max(alpha, 0);
      const closed = truncatedNormalMoments(alpha, Math.hypot(peak, Math.sqrt(80)));
      const open = truncatedNormalMoments(alpha, Infinity);
      for (const field of ['logMass', 'mean', 'variance', 'thirdCentral'] as const) {
        expect(closed[field] / open[field], `${field} from ${alpha}`).toBeCloseTo(1, 12);
      }
    }
  });

  test.each([
    [1, 1],
    [2, 1],
    [Number.NaN, 1],
    [0, Number.NaN],
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ])('refuses the window [%d, %d]', (alpha, beta) => {
    expect(() => truncatedNormalMoments(alpha, beta)).toThrow(RangeError);
    expect(() => truncatedNormalMoments(alpha, beta)).toThrow(`the window [${alpha}, ${beta}] is empty`);
  });
});

describe('truncatedNormalCumulants', () => {
  test('continues the moments', () => {
    const { mean, variance, thirdCentral } = truncatedNormalMoments(-0.3, 1.4);
    expect(truncatedNormalCumulants(-0.3, 1.4).slice(0, 3)).toEqual([mean, variance, thirdCentral]);
  });

  test('agrees with 400-digit arithmetic to 1e-9 where a cumulant is not tiny', () => {
    let compared = 0;
    for (const row of drawn) {
      const [alpha, beta] = windowOf(row);
      const [, variance, , fourth, fifth] = truncatedNormalCumulants(alpha, beta);
      for (const [order, got, wanted] of [
        [4, fourth, Number(row.fourthCumulant)],
        [5, fifth, Number(row.fifthCumulant)],
      ] as const) {
        // Tiny: under 1 % of the order-th power of the standard deviation.
        if (Math.abs(wanted) < 0.01 * variance ** (order / 2)) continue;
        compared++;
        expect(Math.abs(got / wanted - 1), `cumulant ${order} on [${alpha}, ${beta}]`).toBeLessThan(1e-9);
      }
    }
    expect(compared).toBeGreaterThan(drawn.length);
  });
});
