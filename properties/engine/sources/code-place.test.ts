import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { claims } from '../verified-retraining/claims/index.ts';
import { codeOf } from './claim-code.ts';
import { suiteRoot } from './source-digest.ts';

test.each(claims.map((claim) => [claim.id, claim] as const))('%s is written where it is said to be', (id, claim) => {
  const { file, line } = codeOf(claim)!;
  const text = readFileSync(join(suiteRoot, file), 'utf8').split('\n')[line - 1];
  expect(text).toContain(claim.group === 'counterexamples' ? claim.statements[0] : `'${id}'`);
});

test('no two claims are written in one place', () => {
  const places = claims.map((claim) => JSON.stringify(codeOf(claim)));
  expect(new Set(places).size).toBe(claims.length);
});

test('a claim of somebody else has no place in the suite', () => {
  expect(codeOf({ ...claims[0]!, id: 'unheard-of' })).toBeNull();
});
