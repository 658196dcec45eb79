import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalIn } from '../cli/resume/run-header.ts';
import { claimcheck } from '../cli/testing/captured.ts';
import { startCli } from '../cli/testing/kill-and-resume.ts';
import { drawnErrors } from '../properties/engine/kinds/drawn-settings/budget.ts';
import type { DrawnClaim } from '../properties/engine/kinds/drawn-settings/claim.ts';
import { drawsOf, tryMutant, verifyDraw } from '../properties/engine/kinds/drawn-settings/draw.ts';
import type { Mutant } from '../properties/engine/mutant.ts';
import { resultsKept } from '../properties/engine/pool/file-journal.ts';
import { claimOf, mutantOf } from '../properties/engine/suite-content.ts';
import { suite } from '../properties/verified-retraining/suite.ts';
import { type Snippet, snippetsOf } from './testing/snippets.ts';

const root = join(import.meta.dirname, '..');
const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'));
const snippets = pages.flatMap((name) => snippetsOf(new URL(name, import.meta.url)));
const ofLanguage = (language: string) => (snippet: Snippet) => snippet.language === language;

/** The words of a claimcheck command; undefined for another command. */
function wordsOf(line: string): string[] | undefined {
  const [, verify, rest] = /^npm run (?:(verify)|claimcheck) -- (.*?)(?: +#.*)?$/.exec(line) ?? [];
  return rest === undefined ? undefined : [...(verify === undefined ? [] : [verify]), ...rest.split(' ')];
}

/** Does a command in this process where it can: coverage is counted by the process that loads the sources. */
async function done(words: readonly string[]) {
  // Threads of its own would make each run slower, and no number different.
  if (words[0] === 'verify') return claimcheck(...words, '--workers', '0');
  if (words[0] !== 'coverage') return claimcheck(...words);
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'claimcheck'), ...words], { encoding: 'utf8' });
  return { exitCode: status, stderr };
}

/** Does a `verify` in a process of its own and interrupts it when it has done some work. */
async function interrupted(words: readonly string[]) {
  const child = startCli(words);
  const ended = once(child, 'exit');
  const stderr = text(child.stderr!);
  while (child.exitCode === null && resultsKept(journalIn(words[words.indexOf('--out') + 1]!)) < 1) await setTimeout(5);
  child.kill('SIGINT');
  const [exitCode] = await ended;
  return { exitCode, stderr: await stderr };
}

describe('the commands of a page do what it says, from the first to the last', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'claimcheck-docs-'));
    process.chdir(directory);
  });
  afterEach(() => {
    process.chdir(root);
    rmSync(directory, { recursive: true });
  });

  const withCommands = pages.filter((page) => snippets.some((each) => each.page === page && each.language === 'sh'));
  test.each(withCommands)('%s', async (page) => {
    for (const { code, note } of snippets.filter(ofLanguage('sh')).filter((each) => each.page === page)) {
      const lines = code.trimEnd().split('\n');
      for (const [index, line] of lines.entries()) {
        const words = wordsOf(line);
        expect(words, `${page}: only claimcheck is run here, and not: ${line}`).toBeDefined();
        const { exitCode, stderr } = await (note === 'interrupted' ? interrupted(words!) : done(words!));
        const expected =
          note === 'interrupted' ? 130 : index === lines.length - 1 ? Number(/^exits-(\d+)$/.exec(note)?.[1] ?? 0) : 0;
        expect(exitCode, `${line}\n${stderr}`).toBe(expected);
      }
    }
  });
});

describe('the code of the pages', () => {
  const tier = suite.tiers[0]!;
  const options = { seed: 1, tier, errors: drawnErrors(suite, tier), world: suite.world };
  const [claimCode, mutantCode, ...others] = snippets.filter(ofLanguage('ts'));
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
