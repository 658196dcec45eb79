import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalIn } from '../cli/resume/run-header.ts';
import { claimcheck } from '../cli/testing/captured.ts';
import { startCli } from '../cli/testing/kill-and-resume.ts';
import type { DrawnClaim } from '../properties/engine/claim.ts';
import { errorsOf } from '../properties/engine/kinds/drawn-settings/plan.ts';
import { attack, drawsOf, verifyDraw } from '../properties/engine/kinds/drawn-settings/verify.ts';
import type { Mutant } from '../properties/engine/mutant.ts';
import { resultsKept } from '../properties/engine/pool/file-journal.ts';
import { tiers } from '../properties/engine/tier.ts';
import { claimById, drawnClaimById } from '../properties/verified-retraining/claims/index.ts';
import { mutantById } from '../properties/verified-retraining/mutants/index.ts';
import { type Snippet, snippetsOf } from './testing/snippets.ts';

const root = join(import.meta.dirname, '..');
const pages = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.md'));
const snippets = pages.flatMap((name) => snippetsOf(new URL(name, import.meta.url)));
const readme = snippetsOf(new URL('../README.md', import.meta.url));
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
  const options = { seed: 1, tier: tiers.quick, errors: errorsOf(tiers.quick) };
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
    const claim: DrawnClaim = (await imported(claimCode!, 'claims')).firstUnverifiedRound;
    const draws = Array.from({ length: drawsOf(claim, tiers.quick) }, (_, index) => verifyDraw(claim, index, options));
    expect(new Set(draws.map(({ outcome }) => outcome.verdict))).toEqual(new Set(['supported']));
    for (const id of claim.mutants) expect(attack(claim, mutantById(id), options).refuted, id).toBe(true);
  });

  test('makes a mutant that the claim which the page names refutes', async () => {
    const mutant: Mutant = (await imported(mutantCode!, 'mutants')).wideWindow;
    expect(attack(drawnClaimById('acceptance-probability'), mutant, options)).toMatchObject({
      mutant: 'wide-window',
      refuted: true,
    });
  });
});

test('every npm script and claim that the README names exists', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const commands = readme
    .filter(ofLanguage('sh'))
    .map(({ code }) => code)
    .join('\n');
  const named = [...commands.matchAll(/npm (?:run )?(test|(?<=run )\w+)/g)].map(([, script]) => script!);
  expect(named.length).toBeGreaterThan(5);
  for (const script of named) expect(Object.keys(scripts)).toContain(script);
  for (const [, ids] of commands.matchAll(/(?:--claim|explain|replay) ((?:[a-z]+(?:-[a-z]+)+ ?)+)/g)) {
    for (const id of ids!.trim().split(' ')) expect(claimById(id).id).toBe(id);
  }
});

test('what the pages and the README link to is there', () => {
  for (const page of ['README.md', ...pages.map((name) => `docs/${name}`)]) {
    const text = readFileSync(join(root, page), 'utf8');
    for (const [, target] of text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
      expect(existsSync(join(root, page, '..', target!)), `${target} of ${page}`).toBe(true);
    }
  }
});
