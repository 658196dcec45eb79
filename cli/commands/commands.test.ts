import { describe, expect, test } from 'vitest';
import { isDrawn } from '../../properties/engine/kinds/drawn-settings/claim.ts';
import { isReplicated } from '../../properties/engine/kinds/replicated-runs/claim.ts';
import { claimOf, mutantOf } from '../../properties/engine/suite-content.ts';
import { type ListedSuite, suites } from '../suites.ts';
import { captured } from '../testing/captured.ts';
import { suites as tinySuites } from '../testing/tiny-suite/suites.ts';
import { UsageError } from '../usage.ts';
import { chooseClaims } from './choose-claims.ts';
import { listClaims } from './claims.ts';
import { explain } from './explain.ts';
import { replay } from './replay.ts';
import { verify } from './verify.ts';

const [paper] = suites as [ListedSuite];
const [tiny] = tinySuites as [ListedSuite];
const suite = await paper.load();

const claim = 'transfer-map-moments';

describe.each([...suites, ...tinySuites].map((listed) => [listed.id, listed] as const))('of suite %s', (_, listed) => {
  test('claims lists every claim, a line each or as JSON', async () => {
    const suite = await listed.load();
    const ids = suite.claims.map(({ id }) => id);
    const lines = (await captured(() => listClaims(listed, {}))).stdout.trimEnd().split('\n');
    expect(lines[0]).toBe(`Claims about ${suite.title} (${suite.paper})`);
    expect(lines.slice(3).map((line) => line.split(' ')[0])).toEqual(ids);
    const { stdout } = await captured(() => listClaims(listed, { json: true }));
    const described: { id: string }[] = JSON.parse(stdout);
    expect(described.map(({ id }) => id)).toEqual(ids);
  });

  test('every claim can be explained', async () => {
    const { claims, title: theory } = await listed.load();
    for (const { id, title } of claims) {
      const { stdout } = await captured(() => explain(listed, id));
      for (const text of [title, theory]) expect(stdout).toContain(text);
    }
  });

  test('explain shows the settings, arms and effects of a replicated claim, by tier', async () => {
    const { claims, tiers } = await listed.load();
    const replicated = claims.filter(isReplicated);
    expect(replicated.length).toBeGreaterThan(0);
    for (const { id, arms, effects } of replicated) {
      const { stdout } = await captured(() => explain(listed, id));
      for (const text of [...Object.keys(arms), ...effects.map(({ name }) => name)]) expect(stdout).toContain(text);
      for (const { smallest } of effects) expect(stdout).toContain(`smallest of interest ${smallest}`);
      for (const { name } of tiers) expect(stdout).toContain(`  ${name}: `);
    }
  });
});

test('explain shows the statements of a claim with their TeX, its domain and what it must refute', async () => {
  const explained = claimOf(suite, claim);
  const { stdout, exitCode } = await captured(() => explain(paper, claim));
  for (const text of ['transfer-map.moments~1', "T'(u)", explained.decision]) expect(stdout).toContain(text);
  expect(stdout).toContain(isDrawn(explained) && explained.domain.description);
  for (const id of explained.mutants) expect(stdout).toContain(mutantOf(suite, id).title);
  expect(exitCode).toBe(0);
});

test('the list of claims does not depend on what the environment says of data', async () => {
  const list = async () => (await captured(() => listClaims(tiny, { json: true }))).stdout;
  const before = await list();
  process.env.CLAIMCHECK_TINY_TERRAIN = import.meta.filename;
  try {
    expect(await list()).toBe(before);
  } finally {
    delete process.env.CLAIMCHECK_TINY_TERRAIN;
  }
});

test('claims are chosen in the order of the suite, each once, and all when none is named', () => {
  const [first, second] = suite.claims;
  expect(chooseClaims(suite, [second!.id, first!.id, second!.id])).toEqual([first, second]);
  expect(chooseClaims(suite, undefined)).toBe(suite.claims);
});

test('an unknown claim is refused, and the nearest are named', () => {
  expect(() => chooseClaims(suite, [claim, 'transfer-map-momnts'])).toThrow(UsageError);
  expect(() => chooseClaims(suite, ['transfer-map-momnts'])).toThrow(`nearest are ${claim},`);
});

test('a file cannot be the output directory', async () => {
  const command = { tier: 'brief', seed: 1, out: import.meta.filename, workers: 0, options: {} } as const;
  const verified = () => verify({ all: tinySuites, chosen: tiny }, command);
  await expect(verified()).rejects.toThrow(UsageError);
  await expect(verified()).rejects.toThrow('it is a file');
});

test.each(['0:99999:99999', '0:0:0:0:0:0:0:0:0:0:0:0:0:0:0:0'])(
  'the replay path %s, which leads nowhere, is refused',
  async (path) => {
    const replayed = replay(paper, claim, { seed: 1, path, tier: 'quick', options: {} });
    await expect(replayed).rejects.toThrow(UsageError);
  },
);

test('the replay path of a fixed setting is its index', async () => {
  const at = (path: string) => replay(tiny, 'drifting-walk', { seed: 1, path, tier: 'brief', options: {} });
  await expect(at('0:1')).rejects.toThrow("--path: path '0:1': an index is needed, these settings are fixed");
  await expect(at('7')).rejects.toThrow('--path: there is no setting 7: the settings are 0 (valley on flat ground)');
});
