import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evidenceLines } from '../reports/json.ts';
import { suites } from './suites.ts';
import { claimcheck, commandLineOf } from './testing/captured.ts';
import { tinyRun } from './testing/tiny-run.ts';
import { suites as tiny } from './testing/tiny-suite/suites.ts';

/** A claim of the default suite, about formulas alone. */
const claim = 'transfer-map-moments';

const nowhere = 'no-such-directory';

/** The command line of two suites, the default first. */
const ofBoth = commandLineOf([...suites, ...tiny]);

let directory: string;
let evidence: string;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-main-'));
  evidence = join(directory, 'tiny.jsonl');
  writeFileSync(evidence, [...evidenceLines((await tinyRun()).records)].join(''));
});
afterAll(() => rmSync(directory, { recursive: true }));

test.each([
  ['no command', [], 'explain, replay'],
  ['an unknown option', ['verify', '--sed', '1'], 'Did you mean --seed?'],
  ['an unknown tier', ['verify', '--tier', 'nightly'], 'quick, full, paper'],
  ['a seed beyond 32 bits', ['verify', '--seed', '4294967296'], 'whole numbers from 0 to 4294967295'],
  ['an unknown engine', ['verify', '--engine', 'torch'], 'onnx, tfjs'],
  ['an unknown claim', ['verify', '--claim', 'transfer-map-moment', '--out', nowhere], claim],
  ['an unknown suite', ['verify', '--suite', 'other', '--out', nowhere], 'verified-retraining, tiny'],
  ['a claim of another suite', ['verify', '--suite', 'tiny', '--claim', claim, '--out', nowhere], 'of suite tiny'],
  ['a tier of another suite', ['verify', '--suite', 'tiny', '--tier', 'quick'], 'brief, patient'],
  ['an option of another suite', ['verify', '--suite=tiny', '--mnist', nowhere], "unknown option '--mnist'"],
  ['an unknown action on data', ['data', 'fletch'], 'Allowed choices are fetch.'],
] as const)('%s exits 64 with one line that says what is allowed, and makes nothing', async (_, words, allowed) => {
  const { exitCode, stdout, stderr } = await ofBoth(...words);
  expect(stderr).toMatch(/^claimcheck: [^\n]+\n$/);
  expect(stderr).toContain(allowed);
  expect({ exitCode, stdout }).toEqual({ exitCode: 64, stdout: '' });
  expect(existsSync(nowhere)).toBe(false);
});

test.each([
  ['verify', ['verify', '--claim', 'vae-collapse', '--out', nowhere, '--mnist', 'no-such-mnist']],
  ['replay', ['replay', 'vae-collapse', '--seed', '1', '--path', '0', '--mnist', 'no-such-mnist']],
])('%s exits 65 with one line when there is no MNIST where it is said to be, and makes nothing', async (_, words) => {
  const { exitCode, stdout, stderr } = await claimcheck(...words);
  expect(stderr).toMatch(/^claimcheck: MNIST is not at no-such-mnist[^\n]+\n$/);
  expect({ exitCode, stdout }).toEqual({ exitCode: 65, stdout: '' });
  expect(existsSync(nowhere)).toBe(false);
});

describe('of several suites', () => {
  test('commands speak of the one that is named, and of the first when none is', async () => {
    const { stdout: first } = await ofBoth('claims');
    expect(first).toMatch(/^Claims about verified synthetic retraining \(arXiv:2510\.16657\)\n/);
    const { stdout: named } = await ofBoth('claims', '--suite', 'tiny');
    expect(named).toMatch(/^Claims about games of chance \(a napkin\)\n/);
    expect((await ofBoth('explain', '--suite=tiny', 'drifting-walk')).stdout).toContain('about games of chance');
  });

  test('help lists them all, and the options and tiers of the one that is named', async () => {
    const { stdout: help } = await ofBoth('--help');
    for (const { id } of [...suites, ...tiny]) expect(help).toContain(id);
    const { stdout, exitCode } = await ofBoth('verify', '--suite', 'tiny', '--help');
    const verify = stdout.replaceAll(/\s+/g, ' ');
    expect(verify).toContain('(choices: "verified-retraining", "tiny", default: "verified-retraining")');
    for (const own of ['--terrain <file>', 'brief: a second']) expect(verify).toContain(own);
    expect(verify).not.toContain('--mnist');
    expect(exitCode).toBe(0);
    const { stdout: work } = await ofBoth('work', '--help');
    for (const local of ['--mnist <directory>', '--terrain <file>']) expect(work).toContain(local);
  });

  test('evidence is reported and gated, and a setting replayed, by the suite that they are about', async () => {
    const out = join(directory, 'tiny');
    const reported = await ofBoth('report', '--from', evidence, '--out', out);
    expect(reported.stdout).toContain('Statements of games of chance (a napkin): 2 supported');
    const baseline = join(out, 'report.json');
    expect((await ofBoth('gate', '--baseline', baseline, '--report', baseline)).exitCode).toBe(0);
    const replayed = await ofBoth('replay', 'expected-payoff', '--suite', 'tiny', '--seed', '1', '--path', '3');
    expect(replayed.stdout).toMatch(/expected-payoff, setting at 3: supported .*brief tier, seed 1/);
  });

  test('evidence of a suite that is not there is refused with one line', async () => {
    const { exitCode, stdout, stderr } = await claimcheck(
      'report',
      '--from',
      evidence,
      '--out',
      join(directory, 'none'),
    );
    expect(stderr).toBe(`claimcheck: ${evidence} is evidence about suite 'tiny', and not about verified-retraining\n`);
    expect({ exitCode, stdout }).toEqual({ exitCode: 65, stdout: '' });
  });
});

test('evidence of an older release is refused with one line that says how to make it anew', async () => {
  const from = join(directory, 'old.jsonl');
  writeFileSync(from, '{"type":"run","version":3,"command":"npm run verify"}\n');
  const { exitCode, stderr } = await claimcheck('report', '--from', from, '--out', join(directory, 'none'));
  expect(stderr).toMatch(/^claimcheck: [^\n]+ evidence version 3: this release reads version 4, and [^\n]+anew\n$/);
  expect(stderr).toContain('`claimcheck verify` makes the evidence anew');
  expect(exitCode).toBe(65);
});
