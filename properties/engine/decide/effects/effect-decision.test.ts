import { expect, it } from 'vitest';
import type { Verdict } from '../../claim.ts';
import { ALPHA, everWrong, expectLevelKept, RUNS } from '../testing/conformance.ts';
import { fall, NEVER, none, rise } from '../testing/effects.ts';
import { type Effect, effectComparison } from './effect.ts';
import { EffectDecision } from './effect-decision.ts';

const LOOKS = 8;

it.each<[Effect, number, Verdict]>([
  [rise, 0, 'supported'],
  [rise, 1, 'refuted'],
  [fall, 0, 'supported'],
  [fall, -1, 'refuted'],
  [none, 1, 'supported'],
  [none, -1, 'supported'],
  [none, 0.5, 'refuted'],
  [none, -0.5, 'refuted'],
])('%o with its mean at the edge %d is %s at most as often as stated', (effect, mean, verdict) => {
  // A standard deviation small beside the effect: the other side of a negligible effect never errs, so that the error is that of one test.
  const normal = { name: 'normal effect', mean, draw: (stream: { normal(): number }) => mean + 0.02 * stream.normal() };
  const levels = {
    support: verdict === 'supported' ? ALPHA : NEVER,
    refute: verdict === 'refuted' ? ALPHA : NEVER,
  };
  const wrong = everWrong(
    normal,
    () => {
      const decision = new EffectDecision(effectComparison(effect), levels);
      return { observe: (x) => decision.observe(x), wrong: () => decision.look() === verdict };
    },
    RUNS,
    LOOKS,
  );
  expectLevelKept(wrong, RUNS, ALPHA);
  // A bound that nothing comes near would hide a decision that never decides.
  expect(wrong).toBeGreaterThan((RUNS * ALPHA) / 4);
});
