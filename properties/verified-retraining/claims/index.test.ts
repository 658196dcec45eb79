import { describe, expect, it } from 'vitest';
import { isDrawn } from '../../engine/claim.ts';
import { claimById, claims, drawnClaimById, retrainingClaims } from './index.ts';

describe.each(claims.map((claim) => [claim.id, claim] as const))('%s', (_, claim) => {
  it('has a title that begins like a sentence and ends like a headline', () => {
    expect(claim.title).toMatch(/^“?\p{Lu}.*[^.]$/u);
  });

  it('says how it is decided, and where, in sentences', () => {
    expect(claim.decision).toMatch(/^\p{Lu}.*\.$/u);
    if (isDrawn(claim)) expect(claim.domain.description).toMatch(/^[\p{Lu}\d].*\.$/u);
  });
});

it('every claim is found by its id, and an unknown id is refused with the known ones', () => {
  for (const claim of claims) expect(claimById(claim.id)).toBe(claim);
  expect(() => claimById('no-such-claim')).toThrow(`'no-such-claim' is unknown: ${claims[0]!.id}`);
});

it('a claim that draws its settings is found as one, and no other is', () => {
  for (const claim of claims.filter(isDrawn)) expect(drawnClaimById(claim.id)).toBe(claim);
  for (const { id } of retrainingClaims) expect(() => drawnClaimById(id)).toThrow(`'${id}' draws no settings`);
});
