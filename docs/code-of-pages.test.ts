import { rmSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { drawnErrors } from '../properties/engine/kinds/drawn-settings/budget.ts';
import type { DrawnClaim } from '../properties/engine/kinds/drawn-settings/claim.ts';
import { drawsOf, tryMutant, verifyDraw } from '../properties/engine/kinds/drawn-settings/draw.ts';
import type { Mutant } from '../properties/engine/mutant.ts';
import { claimOf, mutantOf } from '../properties/engine/suite-content.ts';
import { suite } from '../properties/verified-retraining/suite.ts';
import { snippets } from './testing/pages.ts';
import type { Snippet } from './testing/snippets.ts';

describe('the code of the pages', () => {
  const tier = suite.tiers[0]!;
  const options = { seed: 1, tier, errors: drawnErrors(suite, tier), world: suite.world };
  const [claimCode, mutantCode, ...others] = snippets.filter(({ language }) => language === 'ts');
  const written: URL[] = [];
  afterAll(() => {
    for (const file of written) rmSync(file, { force: true });
  });

  /** Imports a snippet as if it were a file of the suite. */
  async function imported(snippet: Snippet, folder: string) {
    const file = new URL(
      `../properties/verified-retraining/${folder}/.example-of-the-pages-${process.pid}.ts`,
      import.meta.url,
    );
    written.push(file);
    writeFileSync(file, snippet.code);
    return import(file.href);
  }

  test('is one claim and one mutant', () => {
    expect([claimCode?.page, mutantCode?.page, others]).toEqual(['add-a-claim.md', 'add-a-mutant.md', []]);
  });

  test('makes a claim that is supported and refutes its mutants', async () => {
    const claim: DrawnClaim = (await imported(claimCode!, 'claims/collapse')).firstUnverifiedRound;
    const decisions = Array.from({ length: drawsOf(claim, tier) }, (_, index) => verifyDraw(claim, index, options));
    expect(new Set(decisions.map(({ outcome }) => outcome.verdict))).toEqual(new Set(['supported']));
    for (const id of claim.mutants) expect(tryMutant(claim, mutantOf(suite, id), options).refuted, id).toBe(true);
  });

  test('makes a mutant that the claim which the page names refutes', async () => {
    const mutant: Mutant = (await imported(mutantCode!, 'mutants/simulator')).wideWindow;
    const claim = claimOf(suite, 'acceptance-probability') as DrawnClaim;
    expect(tryMutant(claim, mutant, options)).toMatchObject({
      mutant: 'wide-window',
      refuted: true,
    });
  });
});
