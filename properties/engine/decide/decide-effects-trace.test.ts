import { expect, it } from 'vitest';
import { decideEffects } from './decide-effects.ts';
import { SafeTTest } from './effects/safe-t-test.ts';
import { fixed, none, rise } from './testing/effects.ts';
import { expectAgreement } from './testing/traces.ts';

it('of effects, the trace is the evidence of the weakest supporting and the strongest refuting t-test, and a decided side keeps its evidence', async () => {
  const values = [0.5, 0.75, 0.35, 0.6, -1, -2.2, -2.5];
  const options = { falseSupport: 0.02, falseRefutation: 1e-4, leastReplicates: 3, maximumReplicates: values.length };
  const { comparisons, replicates } = await decideEffects([none], fixed(values), options);
  const { verdict, trace } = comparisons.at(-1)!;
  expect([verdict, replicates]).toEqual(['undecided', 7]);
  expect(trace!.replicates).toEqual([1, 2, 3, 4, 6, 7]);
  expect(trace!.threshold).toEqual({ support: Math.log(50), refute: Math.log(2e4) });

  const now = { above: { support: 0, refute: 0 }, below: { support: 0, refute: 0 } };
  const test = new SafeTTest();
  const decided = { above: 0, below: 0 };
  values.forEach((value, index) => {
    test.observe(value);
    const [count, place] = [index + 1, trace!.replicates.indexOf(index + 1)];
    if (!decided.above) now.above = { support: test.logEvidenceAbove(-1), refute: test.logEvidenceBelow(-0.5) };
    if (!decided.below) now.below = { support: test.logEvidenceBelow(1), refute: test.logEvidenceAbove(0.5) };
    for (const side of ['above', 'below'] as const) {
      if (count >= 3 && now[side].support >= trace!.threshold.support) decided[side] ||= count;
    }
    if (place < 0) return;
    expect(trace!.support[place]).toBe(Math.min(now.above.support, now.below.support));
    expect(trace!.refute[place]).toBe(Math.max(now.above.refute, now.below.refute));
  });
  // The first three observations prove one side. With the later ones it would not be proven: a side that did not keep its evidence would fail here.
  expect(decided).toEqual({ above: 3, below: 0 });
  expect(test.logEvidenceAbove(-1)).toBeLessThan(trace!.support.at(-1)!);
});

it('of a supported effect, the trace ends above the threshold of support', async () => {
  const { comparisons } = await decideEffects([rise], fixed([1.4, 1.6, 1.5, 1.45, 1.55, 1.52, 1.48]), {
    falseRefutation: 1e-4,
    falseSupport: 1e-4,
    leastReplicates: 3,
    maximumReplicates: 7,
  });
  expect(comparisons.at(-1)!.verdict).toBe('supported');
  expectAgreement(comparisons.at(-1)!);
});
