import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DrawnClaim } from './properties/claim.ts';
import { claimById } from './properties/claims/index.ts';
import { mutantById } from './properties/mutants/index.ts';
import { errorsOf } from './properties/plan.ts';
import { tiers } from './properties/tier.ts';
import { attack, drawsOf, verifyDraw } from './properties/verify.ts';

const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
const blocks = (language: string) =>
  [...readme.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code!);

describe('the claim in the README', () => {
  const file = new URL(`./properties/claims/.readme-example-${process.pid}.ts`, import.meta.url);
  const options = { seed: 1, tier: tiers.quick, errors: errorsOf(tiers.quick) };
  let claim: DrawnClaim;

  beforeAll(async () => {
    const [code, ...others] = blocks('ts');
    expect(others).toEqual([]);
    writeFileSync(file, code!);
    claim = (await import(file.href)).firstUnverifiedRound;
  });
  afterAll(() => rmSync(file, { force: true }));

  test('is supported', () => {
    const verdicts = Array.from(
      { length: drawsOf(claim, tiers.quick) },
      (_, i) => verifyDraw(claim, i, options).outcome.verdict,
    );
    expect(new Set(verdicts)).toEqual(new Set(['supported']));
  });

  test('refutes its mutants', () => {
    for (const id of claim.mutants) expect(attack(claim, mutantById(id), options).refuted, id).toBe(true);
  });
});

test('every npm script and claim that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
  const commands = blocks('sh').join('\n');
  const named = [...commands.matchAll(/npm (?:run )?(test|(?<=run )\w+)/g)].map(([, script]) => script!);
  expect(named.length).toBeGreaterThan(5);
  for (const script of named) expect(Object.keys(scripts)).toContain(script);
  for (const [, ids] of commands.matchAll(/(?:--claim|explain|replay) ((?:[a-z]+(?:-[a-z]+)+ ?)+)/g)) {
    for (const id of ids!.trim().split(' ')) expect(claimById(id).id).toBe(id);
  }
});
