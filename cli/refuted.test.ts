import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Counterexample, DrawRecord, EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { claims } from '../properties/verified-retraining/claims/index.ts';
import { timeless } from '../properties/verified-retraining/vae/testing/interrupted.ts';
import { exitCodes } from './usage.ts';

/** A claim about one simulated round, so that its runs are short; `example-wrong-world.ts` makes it false. */
const claim = 'gain-sign';

const root = join(import.meta.dirname, '..');
const [verified, tested] = ['verify', 'test'].map(() => mkdtempSync(join(tmpdir(), 'claimcheck-refuted-'))) as [
  string,
  string,
];
afterAll(() => [verified, tested].forEach((directory) => void rmSync(directory, { recursive: true })));

async function node(words: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const env = { ...process.env, NO_COLOR: '1', CLAIMCHECK_SEED: '1', GITHUB_ACTIONS: 'false', ...environment };
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: ['ignore', 'pipe', 'ignore'] });
  const [stdout] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { exitCode: child.exitCode, stdout };
}

/** In a GitHub workflow, so that annotations are printed. */
const claimcheck = (...words: readonly string[]) =>
  node(['--import', 'tsx', '--import', './cli/testing/mutant-world.ts', 'cli.ts', ...words], {
    GITHUB_ACTIONS: 'true',
  });

const isAnnotation = (line: string) => line.startsWith('::');

const evidence = (directory: string): EvidenceRecord[] =>
  readFileSync(join(directory, 'evidence.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

let verify: Awaited<ReturnType<typeof node>>;
let npmTest: Awaited<ReturnType<typeof node>>;
let refuted: DrawRecord;
let counterexample: Counterexample;
let replayCommand: string;

beforeAll(async () => {
  const tests = ['properties/verified-retraining/gain.test.ts', '--config', 'cli/testing/mutant-world.config.ts'];
  [verify, npmTest] = await Promise.all([
    claimcheck('verify', '--claim', claim, '--workers', '0', '--out', verified),
    node(['node_modules/vitest/vitest.mjs', 'run', ...tests], { CLAIMCHECK_OUT: tested }),
  ]);
  refuted = evidence(verified).find(
    (record) => record.type === 'draw' && record.counterexample !== undefined,
  ) as DrawRecord;
  counterexample = refuted.counterexample!;
  replayCommand = `npm run claimcheck -- replay ${claim} --seed 1 --tier quick --path ${counterexample.path}`;
});

test('verify and npm test exit 1', () => {
  expect([verify.exitCode, npmTest.exitCode]).toEqual([exitCodes.refuted, exitCodes.refuted]);
});

test('the counterexample is minimal, and confirmed on fresh randomness', () => {
  expect(counterexample).toMatchObject({ confirmed: 'refuted', setting: { setting: { thetaStar: [-2] } } });
});

test('npm test writes the evidence that verify writes, but for times, and the same files', () => {
  expect(timeless(evidence(tested))).toEqual(timeless(evidence(verified)));
  expect(readdirSync(tested)).toEqual(readdirSync(verified));
});

test('npm test prints the closing table that verify prints, and how many claims it is about', () => {
  const lines = verify.stdout.replaceAll(verified, tested).split('\n');
  const table = lines.filter((line) => !isAnnotation(line)).join('\n');
  expect(table).toMatch(/^claim .*\ngain-sign +refuted/);
  expect(npmTest.stdout).toContain(`\n${table}Partial: 1 of ${claims.length} claims tested;`);
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

test('every output names the claim as refuted, with its minimal counterexample and the command that replays it', () => {
  const names = readdirSync(verified).filter((name) => name !== 'evidence.jsonl' && extname(name) !== '.png');
  expect(names).toEqual(expect.arrayContaining(['junit.xml', 'report.html', 'report.json', 'report.md']));
  const lines = verify.stdout.split('\n');
  const outputs = [
    ...names.map((name) => [name, readFileSync(join(verified, name), 'utf8')] as const),
    ['terminal', lines.filter((line) => !isAnnotation(line)).join('\n')] as const,
    ['annotations', lines.filter(isAnnotation).join('\n').replaceAll('%0A', '\n')] as const,
  ];
  const said = [claim, `draw ${refuted.draw} refuted`, JSON.stringify(counterexample.setting), replayCommand];
  for (const [name, content] of outputs) {
    for (const each of said) expect(read(content, name), `${each} in ${name}`).toContain(read(each, ''));
  }
});

test('the printed command replays the counterexample in the wrong world', async () => {
  const { exitCode, stdout } = await claimcheck(
    ...replayCommand.split(' ').slice('npm run claimcheck --'.split(' ').length),
  );
  expect(exitCode).toBe(exitCodes.refuted);
  expect(stdout).toContain(JSON.stringify(counterexample.setting, null, 2));
  expect(stdout).toContain(
    `${claim}, draw at ${counterexample.path}: refuted after ${counterexample.outcome.replicates}`,
  );
});
