import { expect, test } from 'vitest';
import { statements } from '../../theory/verified-retraining/statements/index.ts';
import { checkLinks } from '../engine/check-links.ts';
import { isRetraining } from '../engine/claim.ts';
import { drawsOf } from '../engine/kinds/drawn-settings/verify.ts';
import { tiers } from '../engine/tier.ts';
import { claims, drawnClaims, retrainingClaims } from './claims/index.ts';
import { mutantById, mutants } from './mutants/index.ts';
import { isHeldIn } from './vae/population.ts';

const duplicates = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

test('statements, claims and mutants are linked both ways, by ids that are known and unique', () => {
  expect(checkLinks(statements, claims, mutants)).toEqual([]);
});

test('every claim about retrained generators is said to hold somewhere in the quick tier, and its effects have names of their own', () => {
  for (const claim of retrainingClaims) {
    expect(isHeldIn(claim, tiers.quick), claim.id).toBe(true);
    expect(duplicates(claim.effects.map(({ name }) => name)), claim.id).toEqual([]);
  }
});

test('wrong worlds of retraining are held against claims about retrained generators, and others against others', () => {
  for (const claim of claims) {
    const parts = claim.mutants.map((id) => mutantById(id).part === 'retraining');
    expect(new Set(parts), claim.id).toEqual(new Set([isRetraining(claim)]));
  }
});

test('every claim draws each of its regimes equally often, at every tier', () => {
  for (const claim of drawnClaims) {
    for (const tier of Object.values(tiers)) {
      expect(drawsOf(claim, tier) % claim.domain.regimes.length, `${claim.id}, ${tier.name}`).toBe(0);
    }
  }
});
