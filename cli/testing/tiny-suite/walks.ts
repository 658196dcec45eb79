import { existsSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { canonicalJson } from '../../../properties/engine/canonical-json.ts';
import { DataError } from '../../../properties/engine/data-error.ts';
import type { Curve, Round } from '../../../properties/engine/kinds/replicated-runs/curve-record.ts';
import type {
  Backend,
  BackendConfiguration,
  Checkpoint,
  ReplicatedDesign,
  ReplicatedRun,
} from '../../../properties/engine/kinds/replicated-runs/design.ts';
import { sha256 } from '../../../properties/engine/sources/repository.ts';
import { mutantOf, type SuiteOptions } from '../../../properties/engine/suite-content.ts';
import { keyedStream } from '../../../sim/random/stream.ts';
import { mutants } from './mutants.ts';
import { type World, world } from './world.ts';

/** What a walk does. */
export type Arm = Readonly<{ drifts: boolean }>;

/** Where it is after a round. */
export interface Position extends Round {
  readonly position: number;
}

/** Where walks start, and on what ground. */
type Ground = Readonly<{ ground: string; start: string }>;

/** What walks are made with. */
type Walking = Readonly<{ stride: string; grounds: readonly string[] }>;

type Walk = ReplicatedRun<Arm, Ground>;

/** Milliseconds that a round takes: so long that workers get out of step, and that a test which kills them finds runs under way. */
const ROUND_MS = 2;

const DRIFTS: Readonly<Record<string, number>> = { short: 0.1, long: 0.2 };

const NOISE = 0.05;

const spent = {
  settings: ['valley'],
  rounds: { all: 6 },
  errors: { falseSupport: 0.02, falseRefutation: 0.02 },
  leastReplicates: 4,
  maximumReplicates: 100,
  observedInFull: 0,
};

/** Random walks as the runs of replicated claims. */
export const walks: ReplicatedDesign<Arm, Ground, Position> = {
  modules: [import.meta.url],
  tiers: { brief: spent, patient: { ...spent, settings: ['valley', 'hill'] } },
  configure: ({ stride = 'short', terrain }) => walking(stride, terrain !== undefined),
  widest: () => walking('short', true),
  notices: (configuration) =>
    groundsOf(configuration).includes('terrain')
      ? []
      : ['no terrain is given (--terrain FILE): walks are on flat ground only'],
  open,
  populations: (settings, configuration) =>
    groundsOf(configuration).flatMap((ground) => settings.map((start) => ({ ground, start }))),
  populationName: ({ ground, start }) => `${start} on ${ground} ground`,
  settingOf: ({ ground, start }) => ({ ground, start }),
  armText: ({ drifts }) => (drifts ? 'drifts' : 'does not drift'),
  shared: 'nothing',
  simplest: (specification) =>
    specification.mutant === 'no-drift' && !specification.arm.drifts
      ? { ...specification, mutant: null }
      : specification,
  misreading: () => undefined,
  costOf: () => ({ start: 0, round: 1 }),
  async exercise({ arms }) {
    for (const { arm } of Object.values(arms)) walkOn(world, [], arm as Arm, 'short', keyedStream(1, 'exercise', 0, 0));
  },
};

const walking = (stride: string, terrain: boolean): Walking => ({
  stride,
  grounds: terrain ? ['flat', 'terrain'] : ['flat'],
});

const groundsOf = (configuration: BackendConfiguration) => (configuration as Walking).grounds;

async function open(configuration: BackendConfiguration, local: SuiteOptions): Promise<Backend> {
  const { stride, grounds } = configuration as Walking;
  return {
    description: {
      name: 'walks',
      description: `random walks, ${stride} strides`,
      data: grounds.map((ground) => groundAt(ground, local.terrain)),
      options: ['--stride', stride, ...(grounds.includes('terrain') ? ['--terrain', 'FILE'] : [])],
    },
    run: (run, checkpoint) => walk(run as Walk, stride, checkpoint),
  };
}

function groundAt(id: string, file: string | undefined) {
  if (id === 'flat') return { id, provenance: 'flat ground', digest: sha256(''), floor: 0 };
  if (file === undefined || !existsSync(file))
    throw new DataError(
      `there is no terrain at ${file ?? 'any place that was named'}: name its file with --terrain FILE`,
    );
  return { id, provenance: 'the terrain of a file', digest: sha256(readFileSync(file)), floor: 0 };
}

/** A walk, round by round, from its checkpoint. */
async function walk(run: Walk, stride: string, checkpoint: Checkpoint): Promise<Curve> {
  const saved = await checkpoint.load();
  const rounds: Position[] = saved === undefined ? [] : JSON.parse(Buffer.from(saved).toString());
  const { arm, mutant, population, seed, replicate } = run;
  const simulated = mutant === null ? world : mutantOf({ mutants }, mutant).world;
  while (rounds.length <= run.rounds) {
    await setTimeout(ROUND_MS);
    const stream = keyedStream(seed, canonicalJson([arm, mutant, population]), rounds.length, replicate);
    rounds.push(walkOn(simulated, rounds, arm, stride, stream));
    await checkpoint.save(Buffer.from(JSON.stringify(rounds)));
  }
  return { rounds: rounds.slice(0, run.rounds + 1) };
}

function walkOn(
  { simulator }: World,
  before: readonly Position[],
  { drifts }: Arm,
  stride: string,
  stream: ReturnType<typeof keyedStream>,
): Position {
  const drift = drifts ? DRIFTS[stride]! : 0;
  return {
    round: before.length,
    position: simulator.step(before.at(-1)?.position ?? 1, { drift, noise: NOISE }, stream),
  };
}
