import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Counterexample, DecisionRecord, EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { type CommandLine, type Ended, endOf, start, tinyCommandLine } from './testing/processes.ts';
import { exitCodes } from './usage.ts';

const [verified, tested] = ['verify', 'test'].map(() => mkdtempSync(join(tmpdir(), 'claimcheck-refuted-'))) as [
  string,
  string,
];
afterAll(() => [verified, tested].forEach((directory) => void rmSync(directory, { recursive: true })));

/** A command in a wrong world, which its worker threads are in too. */
function inWrongWorld(commandLine: CommandLine, words: readonly string[], environment: NodeJS.ProcessEnv) {
  const NODE_OPTIONS = '--import ./cli/testing/wrong-world.mjs';
  const env = { ...process.env, NO_COLOR: '1', CLAIMCHECK_SEED: '1', NODE_OPTIONS, ...environment };
  return endOf(start(commandLine, words, { env }));
}

/** In a GitHub workflow, so that annotations are printed. */
const claimcheck = (...words: readonly string[]) => inWrongWorld(tinyCommandLine, words, { GITHUB_ACTIONS: 'true' });

const isAnnotation = (line: string) => line.startsWith('::');

const evidenceIn = (directory: string) => readFileSync(join(directory, 'evidence.jsonl'), 'utf8');
const timeless = (evidence: string) => evidence.replaceAll(/"milliseconds":[\d.e+-]+/g, '');

let verify: Ended;
let vitest: Ended;
let refuted: readonly DecisionRecord[];

beforeAll(async () => {
  const config = ['--config', 'cli/testing/wrong-world.config.ts'];
  const testing = { CLAIMCHECK_OUT: tested, GITHUB_ACTIONS: 'false' };
  [verify, vitest] = await Promise.all([
    claimcheck('verify', '--workers', '1', '--out', verified),
    inWrongWorld(['node_modules/vitest/vitest.mjs', 'run'], config, testing),
  ]);
  const records: EvidenceRecord[] = evidenceIn(verified)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  refuted = records.filter(
    (record) => record.type === 'decision' && record.counterexample !== undefined,
  ) as DecisionRecord[];
});

test('verify and the tests of claims exit 1', () => {
  expect([verify.exitCode, vitest.exitCode], verify.stderr + vitest.stdout).toEqual([
    exitCodes.refuted,
    exitCodes.refuted,
  ]);
});

test('counterexamples are minimal, and confirmed on fresh randomness', () => {
  const counterexamples = new Map(refuted.map(({ claim, counterexample }) => [claim, counterexample]));
  expect(counterexamples.get('expected-payoff')).toMatchObject({
    confirmed: 'refuted',
    setting: { prize: 1, stake: 1 },
  });
  expect(counterexamples.get('drifting-walk')).toMatchObject({
    confirmed: 'refuted',
    setting: { ground: 'flat', start: 'valley' },
  });
});

test('the tests write the evidence that verify writes, but for times, and the same files', () => {
  expect(timeless(evidenceIn(tested))).toBe(timeless(evidenceIn(verified)));
  expect(readdirSync(tested)).toEqual(readdirSync(verified));
});

test('the tests print the closing table that verify prints', () => {
  const lines = verify.stdout.replaceAll(verified, tested).split('\n');
  const table = lines.filter((line) => !isAnnotation(line)).join('\n');
  expect(table).toMatch(/\nclaim .*\nexpected-payoff +refuted.*\ndrifting-walk +refuted/);
  expect(vitest.stdout).toContain(`\n${table}`);
});

/** What a reader of a file sees: text without the markup's escapes, and without white space, which outputs lay out as they like. */
function read(content: string, name: string): string {
  const markup = ['.html', '.xml'].includes(extname(name));
  const seen = markup
    ? content
        .replace(/&(quot|#34|#x22);/gi, '"')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&')
    : content;
  return seen.replace(/\s/g, '');
}

describe.each(['expected-payoff', 'drifting-walk'])('a counterexample of %s', (claim) => {
  const found = () =>
    refuted.find((each) => each.claim === claim)! as DecisionRecord & { counterexample: Counterexample };
  const replayCommand = () => {
    const backend = claim === 'drifting-walk' ? ' --stride short' : '';
    const { path } = found().counterexample;
    return `npm run claimcheck -- replay ${claim} --suite tiny --seed 1 --tier brief --path ${path}${backend}`;
  };

  test('is named in every output, with the command that replays it', () => {
    const names = readdirSync(verified).filter((name) => name !== 'evidence.jsonl' && extname(name) !== '.png');
    expect(names).toEqual(expect.arrayContaining(['junit.xml', 'report.html', 'report.json', 'report.md']));
    const lines = verify.stdout.split('\n');
    const outputs = [
      ...names.map((name) => [name, readFileSync(join(verified, name), 'utf8')] as const),
      ['terminal', lines.filter((line) => !isAnnotation(line)).join('\n')] as const,
      ['annotations', lines.filter(isAnnotation).join('\n').replaceAll('%0A', '\n')] as const,
    ];
    const { index, counterexample } = found();
    const said = [claim, `setting ${index}`, JSON.stringify(counterexample.setting), replayCommand()];
    for (const [name, content] of outputs) {
      for (const each of said) expect(read(content, name), `${each} in ${name}`).toContain(read(each, ''));
    }
  });

  test('is found again by that command in the wrong world', async () => {
    const words = replayCommand().slice('npm run claimcheck -- '.length).split(' ');
    const { exitCode, stdout, stderr } = await claimcheck(...words);
    expect(exitCode, stderr).toBe(exitCodes.refuted);
    const { setting, path, outcome } = found().counterexample;
    expect(stdout).toContain(JSON.stringify(setting, null, 2));
    expect(stdout).toContain(`${claim}, setting at ${path}: refuted after ${outcome.replicates}`);
  });
});
