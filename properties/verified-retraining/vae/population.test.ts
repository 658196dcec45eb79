import { expect, test } from 'vitest';
import { tiers } from '../../engine/tier.ts';
import { digitsOf, excludedFrom, isHeldIn, populationName, populationsOf } from './population.ts';
import { grows, verifiedIsCloser } from './testing/claims.ts';

test('a quick run looks at MNIST where it is, the others at both kinds of digits; without MNIST all look at procedural ones', () => {
  expect(digitsOf(tiers.quick, true)).toEqual(['mnist']);
  for (const tier of [tiers.full, tiers.paper]) expect(digitsOf(tier, true)).toEqual(['mnist', 'procedural']);
  for (const tier of Object.values(tiers)) expect(digitsOf(tier, false)).toEqual(['procedural']);
});

test('the populations of a claim are the settings of the tier on every kind of digits', () => {
  expect(populationsOf(grows, tiers.full, ['mnist', 'procedural']).map(populationName)).toEqual([
    'MNIST, warm',
    'MNIST, fresh',
    'procedural digits, warm',
    'procedural digits, fresh',
  ]);
});

test('settings that a claim is not said to hold on are none of its populations, and are told with their reason', () => {
  expect(populationsOf(verifiedIsCloser, tiers.full, ['mnist']).map(populationName)).toEqual(['MNIST, warm']);
  expect(excludedFrom(verifiedIsCloser, tiers.full)).toEqual([
    { setting: 'fresh', reason: 'it was never tried there' },
  ]);
  expect(excludedFrom(verifiedIsCloser, tiers.quick)).toEqual([]);
});

test('a claim is held in a tier if it is said to hold on one of its settings', () => {
  expect(isHeldIn(verifiedIsCloser, tiers.full)).toBe(true);
  expect(isHeldIn({ ...verifiedIsCloser, notOn: { paper: 'not there' } }, tiers.paper)).toBe(false);
});
