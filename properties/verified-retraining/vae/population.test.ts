import { expect, test } from 'vitest';
import {
  excludedFrom,
  populationsOf,
  spentIn,
  widestPopulations,
} from '../../engine/kinds/replicated-runs/populations.ts';
import { claims } from '../claims/index.ts';
import { tiers } from '../tiers.ts';
import type { VaeClaim } from './claim.ts';
import { vaeDesign as design } from './design.ts';
import { digitsOf, populationName, type VaePopulation } from './population.ts';

const [quick, full, paper] = tiers;
const claim: VaeClaim = {
  ...claims.find((each): each is VaeClaim => each.group === 'vae')!,
  notOn: {},
};
const onlyWarm: VaeClaim = { ...claim, notOn: { fresh: 'it was never tried there' } };

const names = (of: VaeClaim, tier = full!, digits: readonly string[] = ['mnist', 'procedural']) =>
  populationsOf(of, design, tier, { digits }).map((population) => populationName(population as VaePopulation));

test('a quick run looks at MNIST where it is, the others at both kinds of digits; without MNIST all look at procedural ones', () => {
  expect(digitsOf(quick!, true)).toEqual(['mnist']);
  for (const tier of [full!, paper!]) expect(digitsOf(tier, true)).toEqual(['mnist', 'procedural']);
  for (const tier of tiers) expect(digitsOf(tier, false)).toEqual(['procedural']);
});

test('the populations of a claim are the settings of the tier on every kind of digits', () => {
  expect(names(claim)).toEqual(['MNIST, warm', 'MNIST, fresh', 'procedural digits, warm', 'procedural digits, fresh']);
});

test('settings that a claim is not said to hold on are none of its populations, and are stated with their reason', () => {
  expect(names(onlyWarm, full, ['mnist'])).toEqual(['MNIST, warm']);
  expect(excludedFrom(onlyWarm, spentIn(design, full!))).toEqual([
    { setting: 'fresh', reason: 'it was never tried there' },
  ]);
  expect(excludedFrom(onlyWarm, spentIn(design, quick!))).toEqual([]);
});

test('a claim is held in a tier if it is said to hold on one of its settings', () => {
  expect(widestPopulations(onlyWarm, design, full!)).not.toEqual([]);
  expect(widestPopulations({ ...claim, notOn: { paper: 'not there' } }, design, paper!)).toEqual([]);
});
