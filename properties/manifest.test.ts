import { expect, test } from 'vitest';
import { statements } from '../theory/statements.ts';
import { claims } from './claims/index.ts';
import { mutants } from './mutants/index.ts';
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

test('every claim draws each of its regimes equally often, at every tier', () => {
  for (const claim of claims) {
    for (const tier of Object.values(tiers)) {
      expect(drawsOf(claim, tier) % claim.domain.regimes.length, `${claim.id}, ${tier.name}`).toBe(0);
    }
  }
});
