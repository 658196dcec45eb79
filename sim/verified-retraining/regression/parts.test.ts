import { describe, expect, test } from 'vitest';
import type { Setting } from '../../../theory/verified-retraining/model.ts';
import { keyedStream } from '../../random/stream.ts';
import { DEVIATIONS } from '../../random/testing/goodness-of-fit.ts';
import {
  begin,
  type Collect,
  createSimulator,
  type DesignName,
  finish,
  keep,
  type RegressionOptions,
  referenceParts,
  type SimulatorParts,
  simulateRetraining,
  withinRange,
} from './index.ts';

// No number is 0, 1 or equal to another, so that every mutant differs from the reference.
const setting: Setting = {
  thetaStar: [0.9, -0.4],
  knowledgeCenter: [0.6, 0.3],
  radius: 0.25,
  noise: 0.5,
  noiseAllowance: 0.4,
  singularValues: [6, 3],
};
const schedule = [40, 60, 50];

const run = (parts: Partial<SimulatorParts>, options: RegressionOptions = {}) => {
  const stream = keyedStream(1, 'parts', 0, 0);
  return createSimulator(parts).simulateRetraining(setting, schedule, 3, { ...options, stream });
};

const window =
  (of: (row: { norm: number; center: number; estimate: number }) => [number, number]): SimulatorParts['window'] =>
  (row, _setting, out) => {
    [out.center, out.halfWidth] = of(row);
  };

const clipped: Collect = (stream, mean, sd, center, halfWidth, count, into) => {
  begin(into);
  for (let i = 0; i < count; i++) {
    const label = mean + sd * stream.normal();
    keep(into, Math.min(Math.max(label, center - halfWidth), center + halfWidth), center);
  }
  into.proposals = count;
  finish(into, center);
};

const countingProposals: Collect = (stream, mean, sd, center, halfWidth, count, into) => {
  begin(into);
  while (into.proposals < count || into.accepted === 0) {
    const label = mean + sd * stream.normal();
    into.proposals++;
    if (withinRange(label, center, halfWidth)) keep(into, label, center);
  }
  finish(into, center);
};

/** Mutants that differ from the reference under every design, and mutants that differ under the designs with orthonormal rows. */
const everywhere: Record<string, Partial<SimulatorParts>> = {
  'no allowance in the rule': { window: window(({ norm, center }) => [center, 0.25 * norm]) },
  'the allowance is σ': { window: window(({ norm, center }) => [center, 0.25 * norm + 0.5]) },
  'the window is centered at the generator': { window: window(({ norm, estimate }) => [estimate, 0.25 * norm + 0.4]) },
  'the verifier sits at the origin': { window: window(({ norm }) => [0, 0.25 * norm + 0.4]) },
  'labels are drawn from the truth': { labelMean: (_, truth) => truth },
  'σ is hard-wired to 1': { noise: () => 1 },
  'acceptance is one-sided': { accepts: (label, center, halfWidth) => label - center <= halfWidth },
  'everything is accepted': { accepts: () => true },
  'the complement is accepted': { accepts: (label, center, halfWidth) => !withinRange(label, center, halfWidth) },
};
const orthonormalRows: Record<string, Partial<SimulatorParts>> = {
  'labels are clipped': { collect: clipped },
  'n₁ counts proposals': { collect: countingProposals },
  'real data stay in every refit': {
    refit: (s) => (s.kept * s.roundMean + s.realInformation * s.realEstimate) / (s.kept + s.realInformation),
  },
  'samples of the round before are used again': {
    refit: (s) => (s.kept * s.roundMean + s.previousKept * s.previousMean) / (s.kept + s.previousKept),
  },
  'all rounds are pooled': {
    refit: (s) => (s.kept * s.roundMean + s.keptBefore * s.previousEstimate) / (s.kept + s.keptBefore),
  },
};

const differs = (parts: Partial<SimulatorParts>, design: DesignName) => {
  const error = run(parts, { design }).toTruth[3];
  expect(error).toBeGreaterThan(0);
  expect(error).not.toBe(reference(design));
};

const reference = (design: DesignName, verified = true) => run({}, { design, verified }).toTruth[3];

describe('a mutant', () => {
  for (const design of ['block', 'standard-basis', 'gaussian', 'unit-sphere'] as const) {
    test.each(Object.entries(everywhere))(`in which %s differs from the reference (${design})`, (_, parts) => {
      differs(parts, design);
    });
  }

  for (const design of ['block', 'standard-basis'] as const) {
    test.each(Object.entries(orthonormalRows))(`in which %s differs from the reference (${design})`, (_, parts) => {
      differs(parts, design);
    });
  }

  test('in which r replaces r‖x‖ differs where rows have other norms than one, and only there', () => {
    const parts = { window: window(({ center }) => [center, 0.25 + 0.4]) };
    differs(parts, 'gaussian');
    for (const design of ['block', 'standard-basis'] as const)
      expect(run(parts, { design }).toTruth[3]).toBe(reference(design));
  });

  test('in which all rounds are pooled differs without a verifier too', () => {
    const parts = orthonormalRows['all rounds are pooled']!;
    expect(run(parts, { verified: false }).toTruth[3]).not.toBe(reference('block', false));
  });

  test('receives in its refit what the rounds before left', () => {
    const seen: Parameters<SimulatorParts['refit']>[0][] = [];
    const refit: SimulatorParts['refit'] = (samples) => {
      seen.push({ ...samples });
      return samples.roundMean;
    };
    const prepared = createSimulator({ refit }).prepareRetraining(setting, schedule, 3);
    // Nothing of an earlier run may be left.
    prepared.run(keyedStream(1, 'parts', 0, 1));
    seen.length = 0;
    const { estimates } = prepared.run(keyedStream(1, 'parts', 0, 0));
    expect(seen).toHaveLength(6);
    seen.forEach((samples, call) => {
      const [round, j] = [Math.floor(call / 2), call % 2];
      expect(samples).toMatchObject({
        roundMean: estimates[2 * (round + 1) + j],
        kept: schedule[round],
        previousMean: round === 0 ? 0 : estimates[2 * round + j],
        previousKept: round === 0 ? 0 : schedule[round - 1],
        keptBefore: schedule.slice(0, round).reduce((sum, kept) => sum + kept, 0),
        previousEstimate: estimates[2 * round + j],
        realEstimate: estimates[j],
        realInformation: setting.singularValues[j]! ** 2,
      });
    });
  });
});

describe('the standard basis', () => {
  test('passes to the refit the information of the real data along each e_i, for any directions', () => {
    const turned = {
      ...setting,
      directions: [
        [0.6, 0.8],
        [-0.8, 0.6],
      ],
    };
    const known: number[] = [];
    const refit: SimulatorParts['refit'] = ({ roundMean, realInformation }) => {
      known.push(realInformation);
      return roundMean;
    };
    const stream = keyedStream(1, 'parts', 0, 0);
    createSimulator({ refit }).simulateRetraining(turned, schedule, 1, { design: 'standard-basis', stream });
    // The diagonal of V·diag(μ²)·Vᵀ with μ = (6, 3).
    expect(known[0]).toBeCloseTo(0.36 * 36 + 0.64 * 9, 12);
    expect(known[1]).toBeCloseTo(0.64 * 36 + 0.36 * 9, 12);
  });
});

describe('the reference simulator', () => {
  test('is the simulator with every reference part given', () => {
    for (const design of ['block', 'standard-basis', 'gaussian', 'unit-sphere'] as const) {
      const stream = keyedStream(1, 'parts', 0, 0);
      expect(run({ ...referenceParts }, { design })).toEqual(
        simulateRetraining(setting, schedule, 3, { design, stream }),
      );
    }
  });

  test('keeps the same labels as its rule that decides on one at a time', () => {
    const plain = run({ accepts: withinRange });
    expect(plain.proposals).toEqual(run({}).proposals);
    plain.toTruth.forEach((error, round) => {
      expect(error).toBeCloseTo(run({}).toTruth[round]!, 12);
    });
  });

  test('reaches the mean squared error of the reference cell', () => {
    // σ = 1, p = 1, bias .3, μ² = n₁ = 100, r = .5, σ_c = E|ξ|: MSE .034244 by quadrature.
    const cell = {
      thetaStar: [0],
      knowledgeCenter: [0.3],
      radius: 0.5,
      noise: 1,
      noiseAllowance: Math.sqrt(2 / Math.PI),
      singularValues: [10],
    };
    const replicates = 20_000;
    const prepared = createSimulator({}).prepareRetraining(cell, [100], 1);
    const errors = Float64Array.from(
      { length: replicates },
      (_, i) => prepared.run(keyedStream(1, 'cell', 0, i)).toTruth[1]!,
    );
    const mean = errors.reduce((sum, error) => sum + error, 0) / replicates;
    const variance = errors.reduce((sum, error) => sum + (error - mean) ** 2, 0) / replicates;
    expect(Math.abs(mean - 0.034244)).toBeLessThan(DEVIATIONS * Math.sqrt(variance / replicates));
  });
});
