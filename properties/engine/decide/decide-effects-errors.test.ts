import { expect, it } from 'vitest';
import { decideEffects } from './decide-effects.ts';
import { fixed, logEvidence, NEVER, none, rise } from './testing/effects.ts';

const observations = [2, 2.3, 1.8];
const second = [1.7, 2.2, 2.4];
const three = { leastReplicates: 3, maximumReplicates: 3 };

it('falseSupport is that of every supporting test, however many there are', async () => {
  const weakest = Math.min(logEvidence(observations, 0, 'above'), logEvidence(second, 0, 'above'));
  const both = [rise, { ...rise, name: 'second' }];
  for (const [slack, verdict] of [
    [1.001, 'supported'],
    [0.999, 'undecided'],
  ] as const) {
    const options = { ...three, falseSupport: slack * Math.exp(-weakest), falseRefutation: NEVER };
    expect((await decideEffects(both, fixed(observations, second), options)).verdict).toBe(verdict);
  }
});

it.each([
  ['one', [rise], 1],
  ['one and a negligible one', [rise, none], 3],
] as const)('falseRefutation is split over the refuting tests, of %s effect', async (_, effects, tests) => {
  const falling = observations.map((x) => -x);
  const evidence = logEvidence(falling, 1, 'below');
  const between = [0.1, -0.2, 0.15];
  for (const [slack, verdict] of [
    [1.001, 'refuted'],
    [0.999, 'undecided'],
  ] as const) {
    const options = { ...three, falseSupport: NEVER, falseRefutation: slack * tests * Math.exp(-evidence) };
    const decision = await decideEffects(effects, fixed(...[falling, between].slice(0, effects.length)), options);
    expect(decision.verdict).toBe(verdict);
  }
});
