import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DecisionRecord, EvidenceRecord } from '../properties/engine/evidence/evidence.ts';
import { resultsKept } from '../properties/engine/pool/file-journal.ts';
import { redisServerPath, startRedis } from '../properties/engine/queue/testing/redis.ts';
import { journalIn } from './resume/run-header.ts';
import { type BuiltTiny, buildTiny } from './testing/built-tiny.ts';
import { type Ended, endOf, start, tinyCommandLine } from './testing/processes.ts';

/** A suite that claimcheck does not come with, through all that its command line does: no file outside of its folder knows it. */

let directory: string;
let terrain: string;
let tiny: BuiltTiny;
let whole: Ended;
const place = (name: string) => join(directory, name);
const claimcheck = (...words: readonly string[]) => endOf(start(tiny.commandLine, words));
/** A run on the terrain of a file, with strides of its own. */
const verify = (name: string, ...words: readonly string[]) =>
  ['verify', '--terrain', terrain, '--stride', 'long', '--workers', '2', '--out', place(name), ...words] as const;

const evidenceIn = (name: string) =>
  readFileSync(join(place(name), 'evidence.jsonl'), 'utf8').replaceAll(/"milliseconds":[\d.e+-]+/g, '"milliseconds":0');
const recordsIn = (name: string): EvidenceRecord[] =>
  evidenceIn(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const reportIn = (name: string) => {
  const { times: _, ...report } = JSON.parse(readFileSync(join(place(name), 'report.json'), 'utf8'));
  return report;
};

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-tiny-suite-'));
  terrain = place('terrain');
  writeFileSync(terrain, 'steep');
  tiny = await buildTiny();
  whole = await claimcheck(...verify('whole'));
});
afterAll(() => {
  tiny.remove();
  rmSync(directory, { recursive: true });
});

test('verify on two workers supports its claims, refutes its mutants, and writes every report', () => {
  expect(whole.exitCode, whole.stderr).toBe(0);
  expect(whole.stdout).toContain('Claims: 2 supported, 0 refuted, 0 undecided');
  expect(whole.stdout).toContain('Mutants: 2 killed, 0 survived');
  expect(readdirSync(place('whole'))).toEqual([
    'evidence.jsonl',
    'junit.xml',
    'report.html',
    'report.json',
    'report.md',
  ]);
  const kinds = recordsIn('whole').flatMap((record) => (record.type === 'observation' ? [record.kind] : []));
  expect(new Set(kinds)).toEqual(new Set(['replicated-runs', 'figure-data']));
  const html = readFileSync(join(place('whole'), 'report.html'), 'utf8');
  for (const text of ['games of chance', 'Bets pay what they should', 'the terrain of a file'])
    expect(html).toContain(text);
});

test('two shards are merged to the very evidence and report', async () => {
  const shards = await Promise.all(
    [1, 2].map((index) => claimcheck(...verify(`shard-${index}`, '--shard', `${index}/2`))),
  );
  for (const { exitCode, stderr } of shards) expect(exitCode, stderr).toBe(0);
  const from = [2, 1].map((index) => join(place(`shard-${index}`), 'evidence.jsonl'));
  const { exitCode, stderr } = await claimcheck('report', '--from', ...from, '--out', place('merged'));
  expect([exitCode, stderr]).toEqual([0, '']);
  expect(evidenceIn('merged')).toBe(evidenceIn('whole'));
  expect(reportIn('merged')).toEqual(reportIn('whole'));
});

test('a run that is killed and resumed gives the very evidence and report', async () => {
  const child = start(tiny.commandLine, verify('killed'));
  const ended = endOf(child);
  while (child.exitCode === null && resultsKept(journalIn(place('killed'))) < 5) await setTimeout(2);
  child.kill('SIGKILL');
  expect((await ended).signal).toBe('SIGKILL');
  const { exitCode, stderr } = await claimcheck('verify', '--resume', place('killed'), '--workers', '2');
  expect(exitCode, stderr).toBe(0);
  expect(stderr).toMatch(/^resuming the unfinished run in .*: \d+ results kept$/m);
  expect(evidenceIn('killed')).toBe(evidenceIn('whole'));
  expect(reportIn('killed')).toEqual(reportIn('whole'));
  expect(readdirSync(place('killed'))).toEqual(readdirSync(place('whole')));
});

test.skipIf(redisServerPath === undefined)(
  'a run whose work is done through a queue gives the very evidence and report',
  async () => {
    const server = await startRedis();
    const queue = ['--queue', server.address.url];
    const worker = start(tiny.commandLine, ['work', ...queue, '--workers', '1', '--terrain', terrain]);
    const ended = endOf(worker);
    try {
      const { exitCode, stderr } = await claimcheck(...verify('queued', ...queue));
      expect(exitCode, stderr).toBe(0);
      worker.kill('SIGTERM');
      expect(await ended).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('the run is over') });
      expect(evidenceIn('queued')).toBe(evidenceIn('whole'));
      expect(reportIn('queued')).toEqual(reportIn('whole'));
    } finally {
      worker.kill('SIGKILL');
      await ended;
      await server.remove();
    }
  },
);

test('gate finds nothing worse in a run of another seed, and refuses a baseline of another tier', async () => {
  await claimcheck(...verify('other-seed', '--seed', '2'));
  const baseline = ['gate', '--baseline', join(place('whole'), 'report.json'), '--report'];
  const gated = await claimcheck(...baseline, join(place('other-seed'), 'report.json'));
  expect(gated.exitCode, gated.stdout).toBe(0);
  expect(gated.stdout).toContain('(games of chance, brief tier, seeds 1 and 2)');
  const patient = await claimcheck(...verify('patient', '--tier', 'patient'));
  expect(patient.exitCode, patient.stderr).toBe(0);
  const refused = await claimcheck(...baseline, join(place('patient'), 'report.json'));
  expect(refused).toMatchObject({ exitCode: 65, stderr: expect.stringContaining('of the brief tier, the report of') });
});

test('explain and claims know its statements, its settings and its last evidence', async () => {
  const { stdout: claims } = await claimcheck('claims');
  for (const id of ['expected-payoff', 'drifting-walk']) expect(claims).toContain(id);
  const from = join(place('whole'), 'evidence.jsonl');
  const { stdout, exitCode } = await claimcheck('explain', 'expected-payoff', '--from', from);
  expect(exitCode).toBe(0);
  for (const text of ['bet.mean~1, Proposition 1', 'P\\,a-', 'likely, unlikely', 'supported: 10 settings'])
    expect(stdout).toContain(text);
});

test.each([
  ['expected-payoff', 3],
  ['drifting-walk', 1],
])('replay decides a setting of %s again as the run did', async (claim, index) => {
  const words = ['--seed', '1', '--path', String(index), '--terrain', terrain, '--stride', 'long'];
  const { exitCode, stdout, stderr } = await claimcheck('replay', claim, ...words);
  expect(exitCode, stderr).toBe(0);
  const decided = (record: EvidenceRecord) =>
    record.type === 'decision' && record.claim === claim && record.index === index;
  const { setting, outcome } = recordsIn('whole').find(decided) as DecisionRecord;
  expect(stdout).toContain(JSON.stringify(setting, null, 2));
  expect(stdout).toContain(`${claim}, setting at ${index}: supported after ${outcome.replicates} replicates`);
});

test('coverage counts the lines of its theory and simulators, claims --touching reads them, and a run shows them', async () => {
  // Coverage counts the lines of the sources.
  const measured = await endOf(start(tinyCommandLine, ['coverage', '--out', place('covered')]));
  expect(measured.exitCode, measured.stderr).toBe(0);
  const coverage = ['--coverage', join(place('covered'), 'coverage.jsonl')];
  const touching = async (file: string) =>
    JSON.parse(
      (await claimcheck('claims', '--touching', `cli/testing/tiny-suite/${file}`, '--json', ...coverage)).stdout,
    );
  expect(await touching('simulator/walk.ts')).toMatchObject([{ claim: 'drifting-walk' }]);
  expect(await touching('simulator/coin.ts')).toMatchObject([{ claim: 'expected-payoff' }]);
  expect(await touching('theory/index.ts')).toMatchObject([{ claim: 'expected-payoff' }]);
  const { exitCode, stderr } = await claimcheck(...verify('covered'));
  expect(exitCode, stderr).toBe(0);
  expect(reportIn('covered').code.files.map(({ file }: { file: string }) => file)).toContain(
    'cli/testing/tiny-suite/simulator/walk.ts',
  );
});

test('its tests in vitest give the very evidence of a run, and the report of it', async () => {
  const env = {
    ...process.env,
    CLAIMCHECK_SEED: '1',
    CLAIMCHECK_OUT: place('tests'),
    CLAIMCHECK_TINY_TERRAIN: terrain,
  };
  const config = ['--config', 'cli/testing/tiny-suite/vitest.config.ts'];
  const [vitest, verified] = await Promise.all([
    endOf(start(['node_modules/vitest/vitest.mjs', 'run'], config, { env })),
    claimcheck('verify', '--terrain', terrain, '--workers', '2', '--out', place('short')),
  ]);
  expect(vitest.exitCode, vitest.stdout + vitest.stderr).toBe(0);
  expect(verified.exitCode, verified.stderr).toBe(0);
  expect(evidenceIn('tests')).toBe(evidenceIn('short'));
  expect(vitest.stdout).toContain(verified.stdout.replaceAll(place('short'), place('tests')));
});
