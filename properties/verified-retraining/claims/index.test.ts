import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isDrawn } from '../../engine/kinds/drawn-settings/claim.ts';
import { claims, groups } from './index.ts';

describe.each(claims.map((claim) => [claim.id, claim] as const))('%s', (_, claim) => {
  it('has a title that begins like a sentence and ends like a headline', () => {
    expect(claim.title).toMatch(/^“?\p{Lu}.*[^.]$/u);
  });

  it('says how it is decided, and where, in sentences', () => {
    expect(claim.decision).toMatch(/^\p{Lu}.*\.$/u);
    if (isDrawn(claim)) expect(claim.domain.description).toMatch(/^[\p{Lu}\d].*\.$/u);
  });

  it('names the module that it is written in', () => {
    const text = readFileSync(fileURLToPath(claim.module), 'utf8');
    expect([`id: '${claim.id}'`, `statement: '${claim.statements[0]}'`].some((mark) => text.includes(mark))).toBe(true);
  });
});

it('claims lie group by group, in the order of the groups, and no group is empty', () => {
  const found = claims.map(({ group }) => group).filter((group, place, all) => group !== all[place - 1]);
  expect(found).toEqual(groups.map(({ id }) => id));
});

it('the domains of counterexamples alone are pinned: each is one fixed setting', () => {
  const pinned = claims.filter((claim) => isDrawn(claim) && claim.domain.pinned);
  expect(pinned).toEqual(claims.filter(({ group }) => group === 'counterexamples'));
});
