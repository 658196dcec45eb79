/**
 * Kills real runs at random moments, resumes them, and says how many come to what an uninterrupted run comes to:
 * npx tsx bench/kill.ts KILLS [SEED] [-- words of verify].
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { killed, type UnderWay, uninterrupted } from '../cli/testing/kill-and-resume.ts';
import { launcher } from '../cli/testing/processes.ts';
import { keyedStream } from '../sim/random/stream.ts';

const [given, chosen] = process.argv
  .slice(2)
  .join(' ')
  .split(/(?:^| )-- /);
const [kills = 50, seed = 1] = given!.split(' ').filter(Boolean).map(Number);
const words = (chosen ?? '--claim transfer-map-moments one-round-exact vae-near-term-gain').split(' ');

const plan = { commandLine: launcher, words };

const directory = mkdtempSync(join(tmpdir(), 'claimcheck-kill-'));
try {
  const { duration, ...never } = await uninterrupted(plan, join(directory, 'never'));
  console.log(`verify ${words.join(' ')}: ${never.works.length} pieces of work in ${(duration / 1000).toFixed(1)} s`);
  const stream = keyedStream(seed, 'kill-and-resume', 0, 0);
  // Anywhere from the first line to the end, or one time in ten before it.
  const moment = async ({ firstLine }: UnderWay) => {
    const [early, pause] = [stream.uniform() < 0.1, duration * stream.uniform()];
    if (!early) await firstLine;
    await setTimeout(pause);
  };
  const { outcomes, results } = await killed(plan, join(directory, 'killed'), { kills, moment });
  const keys = Object.keys(never) as (keyof typeof never)[];
  const different = outcomes.map((outcome) => keys.filter((key) => !isDeepStrictEqual(outcome[key], never[key])));
  const equal = different.filter((each) => each.length === 0).length;
  console.log(`${results.length} kills (seed ${seed}), with ${results.join(', ')} results done`);
  console.log(`${equal} of ${outcomes.length} runs equal the uninterrupted one, and did no work twice`);
  for (const each of different) if (each.length > 0) console.log(`one run differs in ${each.join(', ')}`);
  process.exitCode = equal === outcomes.length ? 0 : 1;
} finally {
  rmSync(directory, { recursive: true });
}
