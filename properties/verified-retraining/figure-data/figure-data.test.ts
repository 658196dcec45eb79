import { describe, expect, it } from 'vitest';
import { constant } from '../../../theory/verified-retraining/model.ts';
import { testSeed } from '../../../vitest/test-evidence.ts';
import { atLeastByChance, CONFORMANCE_ERROR } from '../../engine/decide/testing/conformance.ts';
import { cellsOf } from '../../engine/kinds/figure-data/kind.ts';
import { type Estimate, FIGURE_DATA } from '../../engine/kinds/figure-data/record.ts';
import { mutantOf, named, tierOf } from '../../engine/suite-content.ts';
import { suite } from '../suite.ts';
import type { RetrainingTier } from '../tiers.ts';
import { paperWorld, type World } from '../world.ts';
import { figures } from './index.ts';
import type { VerifiedRetrainingFigureData } from './record.ts';

const tier = tierOf(suite, 'quick') as RetrainingTier;

function make<N extends VerifiedRetrainingFigureData['figure']>(
  name: N,
  simulated: World = paperWorld,
  seed = testSeed,
) {
  const figure = named('figure', figures, name);
  const cells = cellsOf(figure, [0, figure.cells], { suite: { ...suite, world: simulated }, seed, tier: tier.name });
  const fields = figure.merge(cells, { world: paperWorld, tier });
  const record = { type: 'observation', kind: FIGURE_DATA, figure: name, ...fields } as const;
  return record as unknown as Extract<VerifiedRetrainingFigureData, { figure: N }>;
}

const landscape = make('landscape');
const trajectories = make('trajectories');
const regimes = make('regimes');
const transferMap = make('transfer-map');

interface Held {
  readonly estimate: Estimate;
  readonly exact: number;
}

/** Whether so many intervals that miss are likely, if each misses with probability 5 % at most. */
function likely(held: readonly Held[]): boolean {
  const missed = held.filter(({ estimate: { low, high }, exact }) => exact < low || exact > high).length;
  return atLeastByChance(missed, held.length, 0.05) > CONFORMANCE_ERROR;
}

const ofMap = ({ map }: typeof transferMap): Held[] => map.map((point) => ({ estimate: point, exact: point.value }));

describe('the simulated means agree with the theory', () => {
  it('in every cell, as often as the intervals promise', () => {
    // The rounds of a run depend on one another: one of each series counts, so that the misses are binomial.
    const atRound = (round: number): Held[] =>
      [...trajectories.series, ...regimes.series].map(({ simulated, exact }) => ({
        estimate: simulated[round]!,
        exact: exact[round]!,
      }));
    const ofLandscape = landscape.cells.map((cell) => ({ estimate: cell, exact: cell.exact }));
    for (const round of [0, 1, 2, 5, 10, 15]) {
      expect(likely([...ofLandscape, ...ofMap(transferMap), ...atRound(round)]), `round ${round}`).toBe(true);
    }
  });

  it('nowhere further than two half-widths, which is 6.07 standard errors and happens once in 1e9 by chance', () => {
    const ofSeries = [...trajectories.series, ...regimes.series].flatMap(({ simulated, exact }) =>
      simulated.map((estimate, round) => ({ estimate, exact: exact[round]! })),
    );
    const ofLandscape = landscape.cells.map((cell) => ({ estimate: cell, exact: cell.exact }));
    const far = [...ofSeries, ...ofLandscape, ...ofMap(transferMap)].filter(
      ({ estimate: { mean, high }, exact }) => Math.abs(exact - mean) > 2 * (high - mean),
    );
    expect(far).toEqual([]);
  });

  it('along the path, whose exact means are those of the chain', () => {
    const setting = {
      thetaStar: [transferMap.truth],
      knowledgeCenter: [transferMap.center],
      radius: transferMap.radius,
      noise: transferMap.noise,
      noiseAllowance: Math.sqrt(2 / Math.PI),
      singularValues: [10],
    };
    const means = paperWorld.theory.exactMeans(setting, constant(100), transferMap.path.length - 1);
    const missed = transferMap.path.filter(({ low, high }, k) => means[k]![0]! < low || means[k]![0]! > high);
    expect(missed).toEqual([]);
    transferMap.path.slice(1).forEach(({ mean }, k) => {
      const [window] = paperWorld.theory.windows(setting);
      // Close enough for a cobweb to be seen to follow the map.
      expect(Math.abs(mean - paperWorld.theory.transfer(window!, means[k]![0]!).value)).toBeLessThan(0.01);
    });
  });

  it('and would not, in a world whose verifier clips labels', () => {
    expect(likely(ofMap(make('transfer-map', mutantOf(suite, 'clipping').world)))).toBe(false);
  });
});

it('the landscape shows gains and losses at each r up to where the boundary ends, and losses alone beyond', () => {
  const { cells, boundary } = landscape;
  const radii = [...new Set(cells.map(({ radius }) => radius))];
  expect(radii.length).toBeGreaterThanOrEqual(12);
  const biases = new Set(cells.map(({ bias }) => bias));
  expect(biases.size).toBeGreaterThanOrEqual(12);
  expect(cells.length).toBe(biases.size * radii.length);
  expect(new Set(cells.map(({ bias, radius }) => `${bias} ${radius}`)).size).toBe(cells.length);
  expect(boundary.map(({ radius }) => radius)).toEqual([...Array(105).keys()].map((k) => k / 100));
  let without = 0;
  for (const radius of radii) {
    const row = cells.filter((cell) => cell.radius === radius);
    const limit = boundary.find((point) => point.radius === radius)!.bias;
    if (limit === null) without += 1;
    else expect([row.some(({ exact }) => exact < 0), row.some(({ exact }) => exact > 0)]).toEqual([true, true]);
    for (const { bias, exact, leadingOrder } of row) {
      // The boundary is that of the leading order, so it need not hold where that changes sign.
      if (Math.abs(leadingOrder) > 0.05) expect(exact < 0, `${bias}, ${radius}`).toBe(limit !== null && bias < limit);
      expect(Math.abs(exact - leadingOrder)).toBeLessThan(0.02);
    }
  }
  expect(without).toBe(3);
});

it('the map is shown evenly around the knowledge center, out to where the path starts and beyond the window', () => {
  const { map, path, center, truth, radius } = transferMap;
  for (const [k, { u }] of map.entries()) expect(u - center).toBe(center - map.at(-1 - k)!.u);
  expect(map.at(-1)!.u).toBeGreaterThan(radius + Math.sqrt(2 / Math.PI));
  expect(path[0]!.mean).toBeCloseTo(truth, 1);
  expect(Math.abs(path.at(-1)!.mean - center)).toBeLessThan(0.05);
});

it('the trajectories lie below the bound of Theorem 4.1, for several radii and kinds of schedule', () => {
  const { series } = trajectories;
  expect(new Set(series.map(({ radius }) => radius)).size).toBeGreaterThanOrEqual(3);
  expect(new Set(series.map(({ schedule }) => schedule))).toEqual(new Set(['constant 100', 'geometric 100 · 1.2^k']));
  for (const { exact, bound, simulated, setting, radius } of series) {
    expect(setting.radius).toBe(radius);
    expect([exact.length, bound.length, simulated.length]).toEqual([16, 16, 16]);
    // 1e-10·σ² a direction is what the chain guarantees.
    for (const [k, value] of exact.entries()) expect(value).toBeLessThanOrEqual(bound[k]! + 2e-10);
  }
});

it('the regimes fall, dip and rise as the paper says, and end well apart', () => {
  const [unbiased, mild, strong, unverified] = regimes.series.map(({ exact }) => exact);
  expect(regimes.series.map(({ regime }) => regime)).toEqual([
    'unbiased',
    'mildly biased',
    'strongly biased',
    'unverified',
  ]);
  const falls = (errors: readonly number[]) => errors.slice(1).every((error, k) => error < errors[k]!);
  const rises = (errors: readonly number[]) => errors.slice(1).every((error, k) => error > errors[k]!);
  expect([falls(unbiased!), rises(strong!), rises(unverified!)]).toEqual([true, true, true]);
  const lowest = Math.min(...mild!);
  expect(lowest).toBeLessThan(0.5 * mild![0]!);
  expect(mild!.at(-1)!).toBeGreaterThan(1.3 * lowest);
  expect(mild!.at(-1)!).toBeLessThan(mild![0]!);
  const ends = [unbiased, mild, unverified, strong].map((errors) => errors!.at(-1)!);
  for (const [k, end] of ends.slice(1).entries()) expect(end).toBeGreaterThan(2 * ends[k]!);
});

it('every record is plain data, with no number that JSON does not have', ({ task }) => {
  task.meta.evidence = { suite: suite.id, seed: testSeed, records: [landscape, trajectories, regimes, transferMap] };
  for (const record of [landscape, trajectories, regimes, transferMap]) {
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(record.replicates).toBe(1843);
  }
});

it('a figure is about claims that exist', () => {
  const known = new Set(suite.claims.map(({ id }) => id));
  const about = figures.flatMap(({ claims }) => claims);
  expect(about.length).toBeGreaterThan(0);
  expect(about.filter((id) => !known.has(id))).toEqual([]);
});

it('another seed gives other simulated means beside the same theory', () => {
  const other = make('transfer-map', paperWorld, testSeed + 1);
  expect(other.map.map(({ value }) => value)).toEqual(transferMap.map.map(({ value }) => value));
  expect(other.map.filter(({ mean }, index) => mean === transferMap.map[index]!.mean)).toEqual([]);
});
