import { describe, expect, it } from 'vitest';
import { claimById, claims } from './index.ts';

describe.each(claims.map((claim) => [claim.id, claim] as const))('%s', (_, { title, decision, domain }) => {
  it('has a title that begins like a sentence and ends like a headline', () => {
    expect(title).toMatch(/^“?\p{Lu}.*[^.]$/u);
  });

  it('says how it is decided, and where, in sentences', () => {
    expect(decision).toMatch(/^\p{Lu}.*\.$/u);
    expect(domain.description).toMatch(/^[\p{Lu}\d].*\.$/u);
  });
});

it('every claim is found by its id, and an unknown id is refused with the known ones', () => {
  for (const claim of claims) expect(claimById(claim.id)).toBe(claim);
  expect(() => claimById('no-such-claim')).toThrow(`'no-such-claim' is unknown: ${claims[0]!.id}`);
});
