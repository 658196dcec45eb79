import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyedStream } from '../../sim/random/stream.ts';
import { testSeed } from '../../vitest/test-evidence.ts';
import { type BuiltTiny, buildTiny } from '../testing/built-tiny.ts';
import { killed, type UnderWay, uninterrupted } from '../testing/kill-and-resume.ts';

let directory: string;
let tiny: BuiltTiny;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'claimcheck-killed-'));
  tiny = await buildTiny();
});
afterAll(() => {
  tiny.remove();
  rmSync(directory, { recursive: true });
});

/** A claim that draws, one over random walks, and data of a figure. */
const words = ['--tier', 'patient', '--workers', '2'];

test('a run that is killed again and again gives what one that never was does, and does no work twice', async () => {
  const plan = { commandLine: tiny.commandLine, words };
  const { duration: _, ...never } = await uninterrupted(plan, join(directory, 'never'));
  const kills = 8;
  const stream = keyedStream(testSeed, 'kill-and-resume', 0, 0);
  // So many results later that most kills are one run's, and then in the midst of the next.
  const moment = async ({ more }: UnderWay) => {
    const results = Math.floor(stream.uniform() * (1 + (2 * never.works.length) / kills));
    const pause = 20 * stream.uniform();
    while (more() < results) await setTimeout(2);
    await setTimeout(pause);
  };
  const { outcomes, results } = await killed(plan, join(directory, 'killed'), { kills, moment });
  const seed = `seed ${testSeed}, ${results.join(', ')} results at the kills`;
  for (const outcome of outcomes) expect(outcome, seed).toEqual(never);
  expect(never.works.length).toBeGreaterThan(20);
  expect(Math.max(...results), seed).toBeGreaterThan(10);
});
