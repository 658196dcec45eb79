import { expect, test } from 'vitest';
import { tierOf } from '../../suite-content.ts';
import { grows, steeredIsCloser, walkClaims } from '../../testing/walks/claims/walks.ts';
import { walksDesign } from '../../testing/walks/design.ts';
import { suite } from '../../testing/walks/suite.ts';
import { tiers, walksTiers } from '../../testing/walks/tiers.ts';
import type { ReplicatedDesign } from './design.ts';
import {
  excludedFrom,
  heldSettings,
  populationsOf,
  replicatedBudget,
  replicatedErrors,
  spentIn,
  widestPopulations,
} from './populations.ts';

const design = walksDesign as ReplicatedDesign;
const full = tierOf(suite, 'full');

test('the populations of a claim are the settings of the tier on which it is said to hold, on every set of data', () => {
  const names = (claim: typeof grows, options = {}) =>
    populationsOf(claim, design, full, design.configure(options, full)).map(design.populationName);
  expect(names(grows)).toEqual(['a, calm', 'a, rough', 'b, calm', 'b, rough']);
  expect(names(grows, { only: 'b' })).toEqual(['b, calm', 'b, rough']);
  expect(names(steeredIsCloser)).toEqual(['a, calm', 'b, calm']);
  expect(heldSettings(steeredIsCloser, walksTiers.full)).toEqual(['calm']);
  expect(excludedFrom(steeredIsCloser, walksTiers.full)).toEqual([
    { setting: 'rough', reason: 'it was never tried there' },
  ]);
  expect(excludedFrom(steeredIsCloser, walksTiers.quick)).toEqual([]);
});

test.each(tiers)('the $name tier spends its error budget on all populations of all claims, run or not', (tier) => {
  const { errors } = walksTiers[tier.name];
  const populations = walkClaims.reduce((sum, claim) => sum + widestPopulations(claim, design, tier).length, 0);
  const { falseRefutation, falseSupport } = replicatedErrors(suite, design, tier);
  expect(populations).toBe(tier.name === 'quick' ? 6 : 10);
  expect(falseRefutation * populations).toBeCloseTo(errors.falseRefutation, 15);
  expect(falseSupport).toBe(errors.falseSupport);
  expect(replicatedBudget(suite, design, tier)).toEqual({
    falseRefutationOfRun: errors.falseRefutation,
    falseRefutationOfSetting: falseRefutation,
    falseSupportOfClaim: falseSupport,
  });
});

test('a tier that the design does not have is refused by name', () => {
  expect(() => spentIn(design, { ...full, name: 'endless' })).toThrow("tier 'endless' is unknown");
});
