import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { claimOf } from '../suite-content.ts';
import { suite } from '../testing/walks/suite.ts';
import { codePlace } from './code-place.ts';
import { repositoryRoot } from './repository.ts';

const lineAt = ({ file, line }: NonNullable<ReturnType<typeof codePlace>>) =>
  readFileSync(join(repositoryRoot, file), 'utf8').split('\n')[line - 1];

test.each(suite.claims.map((claim) => [claim.id, claim] as const))(
  '%s is written where it is said to be',
  (id, claim) => {
    expect(lineAt(codePlace(claim)!)).toContain(`id: '${id}'`);
  },
);

test('no two claims are written in one place', () => {
  const places = suite.claims.map((claim) => JSON.stringify(codePlace(claim)));
  expect(new Set(places).size).toBe(suite.claims.length);
});

test('a claim whose id is written nowhere is said to be in the first line of its module', () => {
  const claim = { ...claimOf(suite, 'grows'), id: 'made-of-parts' };
  expect(codePlace(claim)).toEqual({ file: 'properties/engine/testing/walks/claims/walks.ts', line: 1 });
});

test('a claim outside of the repository has no place in it', () => {
  const module = pathToFileURL(join(repositoryRoot, '..', 'elsewhere', 'claim.ts')).href;
  expect(codePlace({ ...claimOf(suite, 'grows'), module })).toBeNull();
});
