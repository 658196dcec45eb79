import { expect, test } from 'vitest';
import { checkLinks } from '../engine/check-links.ts';
import { isDrawn } from '../engine/kinds/drawn-settings/claim.ts';
import { drawsOf } from '../engine/kinds/drawn-settings/draw.ts';
import { isReplicated } from '../engine/kinds/replicated-runs/claim.ts';
import { heldSettings } from '../engine/kinds/replicated-runs/populations.ts';
import { mutantOf } from '../engine/suite-content.ts';
import { suite } from './suite.ts';
import { tiers } from './tiers.ts';
import { vaeTiers } from './vae/settings.ts';

const { statements, claims, mutants } = suite;
const duplicates = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

test('statements, claims and mutants are linked both ways, by ids that are known and unique', () => {
  expect(checkLinks(statements, claims, mutants)).toEqual([]);
});

test('every claim is decided by one kind of work', () => {
  for (const claim of claims) {
    expect(suite.kinds.filter((kind) => kind.decides(claim)).length, claim.id).toBe(1);
  }
});

test('every claim about retrained generators is said to hold somewhere in the quick tier, and its effects have names of their own', () => {
  for (const claim of claims.filter(isReplicated)) {
    expect(heldSettings(claim, vaeTiers.quick), claim.id).not.toEqual([]);
    expect(duplicates(claim.effects.map(({ name }) => name)), claim.id).toEqual([]);
  }
});

test('mutants of retraining are held against claims about retrained generators, and others against others', () => {
  for (const claim of claims) {
    const parts = claim.mutants.map((id) => mutantOf(suite, id).part === 'retraining');
    expect(new Set(parts), claim.id).toEqual(new Set([isReplicated(claim)]));
  }
});

test('every claim draws from each of its strata equally often, at every tier', () => {
  for (const claim of claims.filter(isDrawn)) {
    for (const tier of tiers) {
      expect(drawsOf(claim, tier) % claim.domain.strata.length, `${claim.id}, ${tier.name}`).toBe(0);
    }
  }
});
