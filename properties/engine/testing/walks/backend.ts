import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { keyedStream } from '../../../../sim/random/stream.ts';
import { canonicalJson } from '../../canonical-json.ts';
import { DataError } from '../../data-error.ts';
import type { Curve } from '../../kinds/replicated-runs/curve-record.ts';
import type { Backend, ReplicatedRun } from '../../kinds/replicated-runs/design.ts';
import type { SuiteOptions } from '../../suite-content.ts';
import type { Step } from './claims/walks.ts';
import type { Arm, World } from './world.ts';

/** What walks are carried out on. */
export type WalksConfiguration = Readonly<{ data: readonly DataSet[] }>;

/** A data set, which nothing but the randomness of walks depends on. */
export type DataSet = 'a' | 'b';

/** What a walk is decided on. */
export type WalksPopulation = Readonly<{ data: DataSet; setting: string }>;

/** Milliseconds that a run pauses in every few rounds: workers get out of step, and what kills them finds runs under way. */
const PAUSE_MS = 2;
const ROUNDS_BETWEEN_PAUSES = 4;

/** Standard deviation of the logarithm of the distance in a round. */
const NOISE = 0.02;

/** Bytes of the sample images of a round: ten squares. */
const SAMPLE_BYTES = 10 * 4 ** 2;

/**
 * A backend whose runs are random walks.
 * @param worldOf the world of a mutant; of null the suite's own.
 * @throws DataError when the directory of the data is given and is not there.
 */
export async function openWalks(
  { data }: WalksConfiguration,
  { data: directory }: SuiteOptions,
  worldOf: (mutant: string | null) => World,
): Promise<Backend> {
  if (directory !== undefined && !existsSync(directory)) throw new DataError(`there are no data in ${directory}`);
  return {
    description: {
      name: 'walks',
      description: 'random walks',
      data: data.map((id) => ({ id, provenance: 'none', digest: id, floor: 0.06 })),
      options: [],
    },
    async run(asked, checkpoint): Promise<Curve> {
      const run = asked as ReplicatedRun<Arm, WalksPopulation>;
      const drift = worldOf(run.mutant).simulator.drift(run.arm);
      const saved = await checkpoint.load();
      const steps: Step[] = saved === undefined ? [] : JSON.parse(Buffer.from(saved).toString());
      while (steps.length <= run.rounds) {
        if ((steps.length + run.replicate) % ROUNDS_BETWEEN_PAUSES === 0) await setTimeout(PAUSE_MS);
        steps.push(stepAfter(run, steps, drift));
        await checkpoint.save(Buffer.from(JSON.stringify(steps)));
      }
      const rounds = steps.slice(0, run.rounds + 1);
      return run.samples ? { rounds, samples: samplesOf(rounds.length) } : { rounds };
    },
  };
}

function stepAfter(
  { population, arm, seed, replicate }: ReplicatedRun<Arm, WalksPopulation>,
  before: readonly Step[],
  drift: number,
): Step {
  const round = before.length;
  // Mutants share the noise of the suite's own world, and a mutant that shows nowhere in an arm has its very curve.
  const noise = NOISE * keyedStream(seed, canonicalJson([population, arm]), round, replicate).normal();
  const distance = round === 0 ? Math.exp(noise) : before.at(-1)!.distance * Math.exp(drift + noise);
  return { round, distance };
}

function samplesOf(rounds: number): string {
  const bytes = Uint8Array.from({ length: rounds * SAMPLE_BYTES }, (_, place) => place % 256);
  return Buffer.from(bytes).toString('base64');
}
