import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { type Account, claimcheck, inTemporaryDirectory } from './harness/command.ts';
import { median } from './harness/median.ts';
import type { Effort, Table } from './harness/part.ts';

/** Claims of a second or less, for a smoke run. */
const CHEAP = ['--claim', 'gain-sign'];

const WORKERS = [1, 2] as const;

/** A whole run of a tier on one worker and on two, alternated, each in a process of its own. */
export async function wholeTiers({ runs, smoke, tier }: Effort): Promise<readonly Table[]> {
  const accounts = WORKERS.map((): Account[] => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [i, workers] of WORKERS.entries()) {
      accounts[i]!.push(verify(['--tier', tier, '--workers', String(workers), ...(smoke ? CHEAP : [])]));
    }
  }
  const [one, two] = accounts as [Account[], Account[]];
  const rows = accounts.map((each, i) => ({
    workers: WORKERS[i]!,
    'clock, s': median(each.map(({ clock }) => clock)),
    'processor, s': median(each.map(({ processor }) => processor)),
    'peak memory, MiB': Math.max(...each.map(({ peak }) => peak)),
    'clock of one worker/clock': median(one.map(({ clock }, run) => clock / each[run]!.clock)),
  }));
  const faster = median(one.map(({ clock }, run) => clock / two[run]!.clock));
  return [
    {
      title: `Whole runs of the ${tier} tier, ${availableParallelism()} cores`,
      rows,
      notes: [`two workers are ${faster.toFixed(2)} times as fast as one: median of ${runs} pairs of runs`],
    },
  ];
}

/** Undecided and refuted runs do their work as well: what they found is the run's to say. */
function verify(words: readonly string[]): Account {
  return inTemporaryDirectory((out) => claimcheck(['verify', ...words, '--out', join(out, 'report')], [0, 1, 2]));
}
