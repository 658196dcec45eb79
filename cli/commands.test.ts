import { expect, test } from 'vitest';
import { tiers } from '../properties/engine/tier.ts';
import { claims, drawnClaimById, retrainingClaims } from '../properties/verified-retraining/claims/index.ts';
import { mutantById } from '../properties/verified-retraining/mutants/index.ts';
import { chooseClaims } from './commands/choose-claims.ts';
import { listClaims } from './commands/claims.ts';
import { explain } from './commands/explain.ts';
import { replay } from './commands/replay.ts';
import { verify } from './commands/verify.ts';
import { captured } from './testing/captured.ts';
import { UsageError } from './usage.ts';

const claim = 'transfer-map-moments';

test('claims lists every claim, a line each or as JSON', async () => {
  const ids = claims.map(({ id }) => id);
  const lines = (await captured(() => listClaims({}))).stdout.trimEnd().split('\n');
  expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual(ids);
  const listed: { id: string }[] = JSON.parse((await captured(() => listClaims({ json: true }))).stdout);
  expect(listed.map(({ id }) => id)).toEqual(ids);
});

test('explain shows the statements of a claim with their TeX, its domain and what it must refute', async () => {
  const { mutants, domain, decision } = drawnClaimById(claim);
  const { stdout, exitCode } = await captured(() => explain(claim));
  for (const text of ['transfer-map.moments~1', "T'(u)", domain.description, decision]) expect(stdout).toContain(text);
  for (const id of mutants) expect(stdout).toContain(mutantById(id).title);
  expect(exitCode).toBe(0);
});

test('explain shows the settings, arms and effects of a claim about retrained generators, by tier', async () => {
  for (const { id, arms, effects } of retrainingClaims) {
    const { stdout } = await captured(() => explain(id));
    for (const text of [...Object.keys(arms), ...effects.map(({ name }) => name)]) expect(stdout).toContain(text);
    for (const { smallest } of effects) expect(stdout).toContain(`smallest of interest ${smallest}`);
    for (const tier of Object.keys(tiers)) expect(stdout).toContain(`  ${tier}: `);
  }
});

test('every claim can be explained', async () => {
  for (const { id, title } of claims) expect((await captured(() => explain(id))).stdout).toContain(title);
});

test('claims are chosen in the order of the registry, each once, and all when none is named', () => {
  const [first, second] = claims;
  expect(chooseClaims([second!.id, first!.id, second!.id])).toEqual([first, second]);
  expect(chooseClaims(undefined)).toBe(claims);
});

test('an unknown claim is refused, and the nearest are named', () => {
  expect(() => chooseClaims([claim, 'transfer-map-momnts'])).toThrow(UsageError);
  expect(() => chooseClaims(['transfer-map-momnts'])).toThrow(`nearest are ${claim},`);
});

test('a file cannot be the output directory', async () => {
  const options = { tier: 'quick', seed: 1, claim: [claim], out: import.meta.filename, workers: 0 } as const;
  await expect(verify(options)).rejects.toThrow(UsageError);
  await expect(verify(options)).rejects.toThrow('it is a file');
});

test.each(['0:99999:99999', '0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0'])(
  'the replay path %s, which leads nowhere, is refused',
  async (path) => {
    await expect(replay(claim, { seed: 1, path, tier: 'quick' })).rejects.toThrow(UsageError);
  },
);
