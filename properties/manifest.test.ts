import { expect, test } from 'vitest';
import { statements } from '../theory/statements.ts';
import { isRetraining } from './claim.ts';
import { claims, drawnClaims, retrainingClaims } from './claims/index.ts';
import { mutantById, mutants } from './mutants/index.ts';
import { isHeldIn } from './retraining/population.ts';
import { tiers } from './tier.ts';
import { drawsOf } from './verify.ts';

const ids = <T extends { readonly id: string }>(entries: readonly T[]) => entries.map(({ id }) => id);
const duplicates = (names: readonly string[]) => names.filter((name, index) => names.indexOf(name) !== index);

test('ids of claims and mutants are unique', () => {
  expect(duplicates(ids(claims))).toEqual([]);
  expect(duplicates(ids(mutants))).toEqual([]);
});

test('a claim is evidence for statements that exist and are to be checked, and names no other', () => {
  const checked = ids(statements.filter(({ scope }) => scope.status === 'checked'));
  for (const claim of claims) {
    expect(claim.statements.length, claim.id).toBeGreaterThan(0);
    expect(
      claim.statements.filter((id) => !checked.includes(id)),
      claim.id,
    ).toEqual([]);
  }
});

test('every statement that is to be checked has a claim', () => {
  const linked = new Set(claims.flatMap((claim) => claim.statements));
  const gaps = statements.filter(({ id, scope }) => scope.status === 'checked' && !linked.has(id));
  expect(ids(gaps)).toEqual([]);
});

test('every claim has a mutant to refute, every mutant has a claim that must refute it, and none is unknown', () => {
  const attacked = new Set(claims.flatMap((claim) => claim.mutants));
  expect(ids(claims.filter((claim) => claim.mutants.length === 0))).toEqual([]);
  expect(ids(mutants).filter((id) => !attacked.has(id))).toEqual([]);
  expect([...attacked].filter((id) => !ids(mutants).includes(id))).toEqual([]);
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
