import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isDrawn } from '../engine/kinds/drawn-settings/claim.ts';
import { isReplicated } from '../engine/kinds/replicated-runs/claim.ts';
import { filesOf } from '../engine/sources/claim-sources.ts';
import { codePlace } from '../engine/sources/code-place.ts';
import { importGraph } from '../engine/sources/import-graph.ts';
import { pathOf, repositoryRoot } from '../engine/sources/repository.ts';
import { suite } from './suite.ts';

const graph = importGraph(repositoryRoot);
const here = 'properties/verified-retraining';
const modules = new Set(suite.claims.map(({ module }) => pathOf(module)));

/** What no evidence depends on. */
const never =
  /^(reports|cli|vitest|bench|docs)\/|^properties\/engine\/(queue|coverage|pool\/(?!executor|exact-json))|\.test\.ts$|\/testing\//;

describe.each(suite.claims.map((claim) => [claim.id, claim] as const))('the evidence of %s', (_, claim) => {
  const files = [...filesOf(claim, suite, graph)];
  const starting = (...folders: readonly string[]) =>
    files.filter((file) => folders.some((folder) => file.startsWith(`${folder}/`)));

  test('depends on its own module and on no other claim’s', () => {
    expect(files.filter((file) => modules.has(file))).toEqual([pathOf(claim.module)]);
  });

  test('depends on the world, the tiers, the run, the judge and the decisions, and not on what reports it or hands it about', () => {
    for (const file of [
      `${here}/world.ts`,
      `${here}/tiers.ts`,
      'properties/engine/judge.ts',
      'properties/engine/run.ts',
    ])
      expect(files).toContain(file);
    expect(starting('properties/engine/decide').length).toBeGreaterThan(0);
    expect(files.filter((file) => never.test(file))).toEqual([]);
    for (const file of ['claims/index.ts', 'mutants/index.ts', 'suite.ts', 'figure-data/index.ts'])
      expect(files).not.toContain(`${here}/${file}`);
  });

  if (isDrawn(claim)) {
    test('depends on no retrained generator, network or digit', () => {
      expect(starting('sim/verified-retraining/vae', 'sim/networks', 'sim/digits', `${here}/vae`)).toEqual([]);
      expect(starting('sim/verified-retraining/regression', 'theory/verified-retraining').length).toBeGreaterThan(10);
    });
  }

  if (isReplicated(claim)) {
    test('depends on the retraining of generators, its networks and its digits, and on no domain', () => {
      for (const folder of ['sim/verified-retraining/vae', 'sim/networks', 'sim/digits', `${here}/vae`])
        expect(starting(folder).length, folder).toBeGreaterThan(1);
      expect(starting(`${here}/domains`, `${here}/mutants/theory`, `${here}/mutants/simulator`)).toEqual([]);
    });
  }

  test('is written where it is said to be', () => {
    const { file, line } = codePlace(claim)!;
    const text = readFileSync(join(repositoryRoot, file), 'utf8').split('\n')[line - 1];
    expect(file).toBe(pathOf(claim.module));
    expect(text).toContain(claim.group === 'counterexamples' ? claim.statements[0] : `id: '${claim.id}'`);
  });
});

test('no two claims are written in one place', () => {
  const places = suite.claims.map((claim) => JSON.stringify(codePlace(claim)));
  expect(new Set(places).size).toBe(suite.claims.length);
});
