import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constant, type Setting, SettingError } from '../../../theory/verified-retraining/model.ts';
import { keyedStream, streamFamily } from '../../random/stream.ts';
import { bandBetween, DEVIATIONS, distanceBetween } from '../../random/testing/goodness-of-fit.ts';
import { type DesignName, prepareLabels, prepareRetraining, settingFromDesign, simulateRetraining } from './index.ts';

const stream = keyedStream(1, 'simulator setting', 0, 0);
const realDesign = Array.from({ length: 12 }, () => [stream.normal(), stream.normal(), 1 + stream.normal()]);
const setting = settingFromDesign(realDesign, {
  thetaStar: [1, -0.5, 0.25],
  knowledgeCenter: [0.8, 0, 0.5],
  radius: 0.5,
  noise: 1,
  noiseAllowance: 0.75,
});
const line: Setting = { ...setting, thetaStar: [1], knowledgeCenter: [0.5], singularValues: [4], directions: [[1]] };
const names: DesignName[] = ['block', 'standard-basis', 'gaussian', 'unit-sphere'];
const schedule = [5, 20, 10];

describe.each(names)('the loop under the %s design', (design) => {
  test('returns the errors of its estimates', () => {
    const run = simulateRetraining(setting, schedule, 3, { design, stream: keyedStream(1, design, 0, 0) });
    const along = (theta: readonly number[]) =>
      setting.directions!.map((v) => v.reduce((sum, value, i) => sum + value * theta[i]!, 0));
    for (let round = 0; round <= 3; round++) {
      const estimate = run.estimates.slice(3 * round, 3 * round + 3);
      const squared = (theta: readonly number[]) =>
        along(theta).reduce((sum, t, j) => sum + (t - estimate[j]!) ** 2, 0);
      expect(run.toCenter[round]).toBeCloseTo(squared(setting.knowledgeCenter), 12);
      expect(run.toTruth[round]).toBeCloseTo(squared(setting.thetaStar), 12);
    }
    for (let round = 0; round < 3; round++) {
      const proposals = run.proposals.slice(3 * round, 3 * round + 3).reduce((sum, drawn) => sum + drawn, 0);
      expect(run.acceptance[round]).toBe((3 * schedule[round]!) / proposals);
      expect(proposals).toBeGreaterThan(3 * schedule[round]!);
    }
  });

  test('does not depend on the order of replicates, nor on a shared preparation', () => {
    const family = streamFamily(1, design, 1);
    const shared = prepareRetraining(setting, schedule, 3, { design });
    const run = (replicate: number) => structuredClone(shared.run(family.at(replicate)));
    const forwards = [0, 1, 2, 3, 4].map(run);
    const backwards = [4, 3, 2, 1, 0].map(run).reverse();
    const alone = [0, 1, 2, 3, 4].map((replicate) =>
      simulateRetraining(setting, schedule, 3, { design, stream: keyedStream(1, design, 1, replicate) }),
    );
    expect(backwards).toEqual(forwards);
    expect(alone).toEqual(forwards);
  });

  test('has errors that scale, bit for bit, with the unit of y when that is a power of two', () => {
    const scaled = (unit: number): Setting => ({
      ...setting,
      thetaStar: setting.thetaStar.map((t) => t * unit),
      knowledgeCenter: setting.knowledgeCenter.map((t) => t * unit),
      radius: setting.radius * unit,
      noise: setting.noise * unit,
      noiseAllowance: setting.noiseAllowance * unit,
    });
    const errors = (unit: number) =>
      simulateRetraining(scaled(unit), schedule, 3, { design, stream: keyedStream(1, design, 2, 0) }).toTruth;
    expect(errors(8)).toEqual(errors(1).map((error) => error * 64));
    expect(errors(2 ** -20)).toEqual(errors(1).map((error) => error * 2 ** -40));
  });

  test('accepts every label when it is not verified, and its estimate then moves without drift', () => {
    const run = prepareRetraining(setting, constant(30), 1, { design, verified: false });
    const family = streamFamily(1, design, 3);
    const replicates = 4000;
    const steps = [0, 0, 0];
    let squares = 0;
    let deviation = 0;
    for (let replicate = 0; replicate < replicates; replicate++) {
      const { acceptance, estimates } = run.run(family.at(replicate));
      deviation = Math.max(deviation, Math.abs(acceptance[0]! - 1));
      steps.forEach((sum, j) => {
        const step = estimates[3 + j]! - estimates[j]!;
        steps[j] = sum + step;
        squares += step * step;
      });
    }
    expect(deviation).toBe(0);
    // OLS on 90 rows in 3 directions, σ = 1. Unit rows in equal shares give the variance 1/30 a coordinate. Random directions give more
    // (Jensen), but not more than Gaussian rows scaled to mean norm one: ×90/(90 − 3 − 1), the mean of an inverse Wishart matrix.
    const [least, most] = {
      block: [30, 30],
      'standard-basis': [30, 30],
      gaussian: [86, 86],
      'unit-sphere': [30, (30 * 86) / 90],
    }[design];
    const spread = DEVIATIONS * Math.sqrt(2 / (3 * replicates));
    expect(squares / (3 * replicates)).toBeGreaterThan((1 - spread) / least!);
    expect(squares / (3 * replicates)).toBeLessThan((1 + spread) / most!);
    for (const sum of steps)
      expect(Math.abs(sum / replicates)).toBeLessThan(DEVIATIONS / Math.sqrt(most! * replicates));
  });

  test('starts from a fit when given the real design, and from the exact law otherwise', () => {
    const count = 4000;
    const errors = (start: 'exact-law' | typeof realDesign, claim: string) => {
      const family = streamFamily(1, claim, 0);
      const run = prepareRetraining(setting, schedule, 1, { design, start });
      return Float64Array.from({ length: count }, (_, replicate) => run.run(family.at(replicate)).toTruth[1]!);
    };
    const fitted = errors(realDesign, `${design} fit`);
    const drawn = errors('exact-law', `${design} law`);
    expect(distanceBetween(fitted, drawn)).toBeLessThan(bandBetween(count, count));
  });
});

describe('designs', () => {
  test('block and standard basis agree when the directions are the standard basis', () => {
    const { directions: _, ...standard } = setting;
    const run = (design: DesignName) =>
      simulateRetraining(standard, schedule, 3, { design, stream: keyedStream(1, 'one', 0, 0) });
    expect(run('standard-basis')).toEqual(run('block'));
  });

  test('block is invariant under a rotation of the whole problem', () => {
    const turn = (theta: readonly number[]) =>
      setting.directions!.map((v) => v.reduce((sum, x, i) => sum + x * theta[i]!, 0));
    const { directions: _, ...rest } = setting;
    const upright = { ...rest, thetaStar: turn(setting.thetaStar), knowledgeCenter: turn(setting.knowledgeCenter) };
    const run = (of: Setting) =>
      simulateRetraining(of, schedule, 3, { stream: keyedStream(1, 'turn', 0, 0) }).estimates;
    expect(run(upright)).toEqual(run(setting));
  });

  test('standard basis starts as the block design does and then differs from it', () => {
    const run = (design: DesignName) =>
      simulateRetraining(setting, schedule, 3, { design, stream: keyedStream(1, 'part', 0, 0) }).toTruth;
    expect(run('standard-basis')[0]).toBe(run('block')[0]);
    expect(run('standard-basis')[1]).not.toBeCloseTo(run('block')[1]!, 6);
  });

  test('unit sphere is the block design in one dimension, where x = ±1', () => {
    const count = 20_000;
    const estimates = (design: DesignName) => {
      const family = streamFamily(1, `sphere ${design}`, 0);
      const run = prepareRetraining(line, constant(3), 2, { design });
      return Float64Array.from({ length: count }, (_, replicate) => run.run(family.at(replicate)).estimates[2]!);
    };
    expect(distanceBetween(estimates('unit-sphere'), estimates('block'))).toBeLessThan(bandBetween(count, count));
  });

  test('give reflected estimates when θ*, θ_c and the noise change sign, bit for bit (block and standard basis)', () => {
    const mirrored = {
      ...setting,
      thetaStar: setting.thetaStar.map((t) => -t),
      knowledgeCenter: setting.knowledgeCenter.map((t) => -t),
    };
    const family = streamFamily(1, 'mirror', 0);
    fc.assert(
      fc.property(fc.nat(1e6), fc.constantFrom<DesignName>('block', 'standard-basis'), (replicate, design) => {
        // Under the strictest verifier the tail sampler draws the labels of a distant start.
        const strict = { radius: 1e-4, noiseAllowance: 1e-4 };
        for (const narrowed of [{}, strict]) {
          const run = prepareRetraining({ ...setting, ...narrowed }, schedule, 3, { design });
          const plain = structuredClone(run.run(family.at(replicate)));
          const reflected = prepareRetraining({ ...mirrored, ...narrowed }, schedule, 3, { design });
          const image = reflected.run(family.reflectedAt(replicate));
          expect(image.estimates.map((u) => -u)).toEqual(plain.estimates);
          expect(image.proposals).toEqual(plain.proposals);
        }
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

describe('accepted labels', () => {
  const range = (direction: number) =>
    setting.directions![direction]!.reduce((sum, v, i) => sum + v * setting.knowledgeCenter[i]!, 0);

  test('are the labels of one block, within the verifier’s range, and their mean is the next estimate', () => {
    const { labels, accepted, proposals } = prepareLabels(setting, 1, 0.4, 50).draw(keyedStream(1, 'labels', 0, 0));
    expect(labels).toHaveLength(50);
    expect(accepted).toBe(50);
    expect(proposals).toBeGreaterThan(50);
    expect(labels.every((label) => Math.abs(label - range(1)) <= 1.25)).toBe(true);
    expect(Math.max(...labels.map((label) => Math.abs(label - range(1))))).toBeGreaterThan(1);
  });

  test('are drawn again into the same memory', () => {
    const prepared = prepareLabels(setting, 1, 0.4, 50);
    const first = structuredClone(prepared.draw(keyedStream(1, 'labels', 0, 0)));
    const other = prepared.draw(keyedStream(1, 'labels', 0, 1));
    expect(other).not.toEqual(first);
    const again = prepared.draw(keyedStream(1, 'labels', 0, 0));
    expect(again).toBe(other);
    expect(again).toEqual(first);
  });

  test.each<[string, () => unknown]>([
    ['direction = 3: a whole number from 0 to 2 is needed', () => prepareLabels(setting, 3, 0, 1)],
    ['direction = 0.5: a whole number', () => prepareLabels(setting, 0.5, 0, 1)],
    ['estimate = NaN: a finite number is needed', () => prepareLabels(setting, 0, Number.NaN, 1)],
    ['schedule[0] = -1: a whole number of accepted samples ≥ 1', () => prepareLabels(setting, 0, 0, -1)],
  ])('are refused with: %s', (message, attempt) => {
    expect(attempt).toThrow(SettingError);
    expect(attempt).toThrow(message);
  });
});

describe('a bad setting is refused with one clear error:', () => {
  const unchecked = (name: string) => name as DesignName;
  test.each<[string, () => unknown]>([
    ['thetaStar[0] = NaN', () => prepareRetraining({ ...line, thetaStar: [Number.NaN] }, [1], 1)],
    ['knowledgeCenter[0] = Infinity', () => prepareRetraining({ ...line, knowledgeCenter: [Infinity] }, [1], 1)],
    ['noise = 0: σ > 0 is needed', () => prepareRetraining({ ...line, noise: 0 }, [1], 1)],
    ['noise = NaN: σ > 0 is needed', () => prepareRetraining({ ...line, noise: Number.NaN }, [1], 1)],
    ['radius = -1: a number ≥ 0 is needed', () => prepareRetraining({ ...line, radius: -1 }, [1], 1)],
    ['noiseAllowance = -1: a number ≥ 0', () => prepareRetraining({ ...line, noiseAllowance: -1 }, [1], 1)],
    ['radius + noiseAllowance = 0', () => prepareRetraining({ ...line, radius: 0, noiseAllowance: 0 }, [1], 1)],
    ['singularValues is empty', () => prepareRetraining({ ...line, singularValues: [] }, [1], 1)],
    [
      'thetaStar has 2 entries but singularValues has 1',
      () => prepareRetraining({ ...line, thetaStar: [1, 2] }, [1], 1),
    ],
    ['singularValues[0] = 0: X₀ of full rank', () => prepareRetraining({ ...line, singularValues: [0] }, [1], 1)],
    ['schedule[1] = 0: a whole number of accepted samples', () => prepareRetraining(line, [1, 0], 2)],
    ['schedule has 1 entries: 2 rounds need 2', () => prepareRetraining(line, [1], 2)],
    ['rounds = -1: a whole number ≥ 0', () => prepareRetraining(line, [1], -1)],
    [
      'design = diagonal: one of block, standard-basis, gaussian, unit-sphere is needed',
      () => prepareRetraining(line, [1], 1, { design: unchecked('diagonal') }),
    ],
    ['design = toString: one of', () => prepareRetraining(line, [1], 1, { design: unchecked('toString') })],
    ['X₀ is empty', () => prepareRetraining(line, [1], 1, { start: [] })],
    ['rank deficient', () => settingFromDesign([[0], [0]], line)],
  ])('%s', (message, attempt) => {
    expect(attempt).toThrow(SettingError);
    expect(attempt).toThrow(message);
  });
});
