import { describe, expect, it } from 'vitest';
import { keyedStream } from '../../../sim/random/stream.ts';
import { decideProportion } from './decide-proportion.ts';
import { logEvidenceAbove, logEvidenceBelow, priorAround } from './proportions/beta-binomial.ts';
import { expectAgreement } from './testing/traces.ts';

const errors = { falseSupport: 1e-6, falseRefutation: 1e-4 };

describe('of a proportion, the trace', () => {
  const batches = (rate: number) => (batch: number) => {
    const stream = keyedStream(2, 'evidence-trace', 0, batch);
    const successes = Array.from({ length: 40 }, () => stream.uniform() < rate).filter(Boolean).length;
    return { successes, failures: 40 - successes };
  };
  const comparison = { name: 'share', predicted: 0.6, margin: 0.1 };

  it.each([
    ['supported', 0.6],
    ['refuted', 0.8],
  ])('of a %s one is the evidence after some of the batches and the last', (verdict, rate) => {
    const decided = decideProportion(comparison, batches(rate), { ...errors, maximumTrials: 1e5 });
    const { trace } = decided.comparison;
    expect(decided.verdict).toBe(verdict);
    expect(trace!.replicates.at(-1)).toBe(decided.trials);
    expect(trace!.threshold).toEqual({ support: Math.log(1e6), refute: Math.log(2e4) });
    const prior = priorAround(0.6, 0.1);
    let successes = 0;
    for (let trials = 40; trials <= decided.trials; trials += 40) {
      successes += batches(rate)(trials / 40 - 1).successes;
      const index = trace!.replicates.indexOf(trials);
      if (index < 0) continue;
      const failures = trials - successes;
      const [above, below] = [logEvidenceAbove, logEvidenceBelow].map((evidence) =>
        evidence(successes, failures, 0.6, prior),
      );
      expect(trace!.refute[index]).toBe(Math.max(above!, below!));
    }
    expectAgreement(decided.comparison);
  });

  it('starts at the threshold on a side where the zone exceeds all probabilities', () => {
    const near = { name: 'share', predicted: 0.05, margin: 0.06 };
    const { comparison: decided } = decideProportion(near, batches(0.05), { ...errors, maximumTrials: 1e5 });
    expect(decided.verdict).toBe('supported');
    expectAgreement(decided);
  });
});
